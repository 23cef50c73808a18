import { genreInput } from '@cinematheque/shared/genre';
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
  columns: [
    'name',
    { name: 'movies', header: 'Films', cell: (genre) => genre.movies, numeric: true, unit: 'films' },
  ],
  form: (f) => [f.text('name')],
  page: (id) => `/genres/${id}`,
});
