import {
  movieGenreBulk,
  movieGenreInput,
  movieGenreKey,
  movieGenreListFields,
} from '@cinematheque/shared/joins';
import { Tags } from 'lucide-react';
import { definePairs } from '../resource/define.tsx';
import { bulkSet } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

export const movieGenres = definePairs({
  name: 'movieGenres',
  label: 'Genres of films',
  one: 'genre of a film',
  group: 'Joins',
  icon: Tags,
  api: trpc.admin.movieGenres,
  pair: movieGenreKey,
  input: movieGenreInput,
  title: ({ movie, genre }) => `${movie.title}: ${genre.name}`,
  sorts: ['movie', 'createdAt'],
  searchHint: 'Search by film',
  fields: movieGenreListFields,
  columns: [
    { name: 'movie', header: 'Film', cell: ({ movie }) => movie.title },
    { name: 'genre', header: 'Genre', cell: ({ genre }) => genre.name },
    {
      name: 'position',
      header: 'Position',
      cell: ({ position }) => position,
      numeric: true,
      edit: (f) => f.number('position'),
    },
  ],
  bulk: bulkSet(trpc.admin.movieGenres, movieGenreBulk, (f) => [f.number('position')]),
  form: (f) => [
    f.relation('movieId', 'movies', { label: 'Film' }),
    f.relation('genreId', 'genres', { label: 'Genre' }),
    f.number('position', { hint: 'The place among the genres of the film, from 0' }),
  ],
});
