import { genreInput, genreListFields } from '@cinematheque/shared/genre';
import { Tag } from 'lucide-react';
import { defineResource } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

export const genres = defineResource({
  name: 'genres',
  label: 'Genres',
  one: 'genre',
  group: 'Catalog',
  icon: Tag,
  api: trpc.admin.genres,
  input: genreInput,
  title: (genre) => genre.name,
  sorts: ['name', 'createdAt', 'updatedAt'],
  fields: genreListFields,
  columns: [
    'name',
    {
      name: 'movies',
      header: 'Films',
      cell: (genre) => genre.movies.toLocaleString('en-US'),
      numeric: true,
      unit: ['film', 'films'],
    },
  ],
  form: (f) => [f.text('name')],
  inPlace: { form: (f) => [f.text('name')], read: (name) => ({ name }) },
  page: (id) => `/genres/${id}`,
});
