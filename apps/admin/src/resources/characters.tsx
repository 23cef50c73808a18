import { characterBulk, characterInput, characterListFields } from '@cinematheque/shared/character';
import { fullName } from '@cinematheque/shared/names';
import { Drama } from 'lucide-react';
import { roles } from '../movie/roles.ts';
import { defineResource } from '../resource/define.tsx';
import { bulkSet } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

export const characters = defineResource({
  name: 'characters',
  label: 'Characters',
  one: 'character',
  group: 'Catalog',
  icon: Drama,
  api: trpc.admin.characters,
  input: characterInput,
  title: (character) => character.name,
  sorts: ['name', 'createdAt', 'updatedAt'],
  fields: characterListFields,
  columns: [
    'name',
    { name: 'person', header: 'Played by', cell: ({ person }) => fullName(person) },
    { name: 'movie', header: 'Film', cell: ({ movie }) => movie.title },
    { name: 'role', header: 'Role', cell: ({ role }) => roles[role], edit: (f) => f.choice('role', roles) },
    {
      name: 'description',
      header: 'Description',
      cell: ({ description }) => description,
      hidden: true,
      edit: (f) => f.text('description'),
    },
  ],
  form: (f) => [
    f.text('name'),
    f.relation('movieId', 'movies', { label: 'Film' }),
    f.relation('personId', 'persons', { label: 'Played by', hint: 'Joins the cast of the film' }),
    f.choice('role', roles),
    f.prose('description'),
    f.number('position', { hint: 'The place among the characters of the film, from 0' }),
  ],
  bulk: bulkSet(trpc.admin.characters, characterBulk, (f) => [
    f.choice('role', roles),
    f.prose('description'),
  ]),
  page: (id) => `/characters/${id}`,
});
