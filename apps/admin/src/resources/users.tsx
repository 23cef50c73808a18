import { userInput, userListFields } from '@cinematheque/shared/user';
import { UserRound } from 'lucide-react';
import { Somebody } from '../cells.tsx';
import { later } from '../later.ts';
import { defineResource } from '../resource/define.tsx';
import { AccountTabs } from '../tokens/account-tabs.tsx';
import { trpc } from '../trpc.ts';
import { When } from '../when.tsx';

export const users = defineResource({
  name: 'users',
  label: 'Accounts',
  one: 'account',
  group: 'People',
  icon: UserRound,
  administrators: true,
  api: trpc.admin.users,
  input: userInput,
  title: (user) => user.username,
  sorts: ['username', 'createdAt'],
  fields: userListFields,
  columns: [
    {
      name: 'username',
      header: 'Username',
      cell: ({ username, avatar }) => <Somebody name={username} photo={avatar} />,
    },
    { name: 'email', header: 'E-mail', cell: (user) => user.email },
    'role',
    { name: 'disabled', header: 'Disabled', cell: (user) => (user.disabled ? 'Disabled' : null) },
    {
      name: 'devices',
      header: 'Sessions',
      cell: (user) => user.devices,
      numeric: true,
      unit: ['session', 'sessions'],
    },
    { name: 'seenAt', header: 'Last seen', cell: ({ seenAt }) => seenAt && <When at={seenAt} /> },
    {
      name: 'favorites',
      header: 'Favorites',
      cell: (user) => user.favorites,
      numeric: true,
      unit: ['favorite', 'favorites'],
    },
  ],
  Above: AccountTabs,
  Below: later(() => import('../users/user-below.tsx')),
  form: (f) => [
    f.text('username'),
    f.text('email', { type: 'email', label: 'E-mail' }),
    f.text('firstName'),
    f.text('lastName'),
    f.choice('role', { visitor: 'Visitor', editor: 'Editor', admin: 'Administrator' }),
    f.password('password', { hint: 'At least 8 characters' }),
    f.image('avatarFileId', { label: 'Avatar' }),
  ],
});
