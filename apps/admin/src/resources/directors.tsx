import { directorInput, directorListFields } from '@cinematheque/shared/director';
import { fullName } from '@cinematheque/shared/names';
import { splitName } from '@cinematheque/shared/split-name';
import { Clapperboard } from 'lucide-react';
import { Portrait, Somebody } from '../cells.tsx';
import { defineResource } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

export const directors = defineResource({
  name: 'directors',
  label: 'Directors',
  one: 'director',
  group: 'Catalog',
  icon: Clapperboard,
  api: trpc.admin.directors,
  input: directorInput,
  title: fullName,
  sorts: ['name', 'createdAt', 'updatedAt'],
  fields: directorListFields,
  columns: [
    {
      name: 'name',
      header: 'Name',
      cell: (director) => <Somebody name={fullName(director)} photo={director.photo} />,
    },
    { name: 'person', header: 'Also a person', cell: ({ person }) => (person ? fullName(person) : null) },
    {
      name: 'movies',
      header: 'Films',
      cell: (director) => director.movies,
      numeric: true,
      unit: ['film', 'films'],
    },
  ],
  picture: (director) => <Portrait name={fullName(director)} photo={director.photo} />,
  form: (f) => [
    f.text('firstName'),
    f.text('lastName'),
    f.relation('personId', 'persons', { label: 'Person', hint: 'The same human being, when also in casts' }),
    f.image('photoFileId', { label: 'Photo' }),
  ],
  inPlace: { form: (f) => [f.text('firstName'), f.text('lastName')], read: splitName },
  page: (id) => `/directors/${id}`,
});
