import { userInput } from '@cinematheque/shared/user';
import { UserRound } from 'lucide-react';
import { Somebody } from '../cells.tsx';
import { defineResource } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

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
      name: 'favorites',
      header: 'Favorites',
      cell: (user) => user.favorites,
      numeric: true,
      unit: 'favorites',
    },
  ],
  form: (f) => [
    f.text('username'),
    f.text('email', { type: 'email', label: 'E-mail' }),
    f.text('firstName'),
    f.text('lastName'),
    f.choice('role', { visitor: 'Visitor', editor: 'Editor', admin: 'Administrator' }),
    f.password('password', { hint: 'At least 8 characters. Left empty, it stays as it is.' }),
    f.image('avatarFileId', { label: 'Avatar' }),
    f.check('disabled', { hint: 'Cannot sign in; what is open is ended' }),
  ],
});
