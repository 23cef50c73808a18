import { movieBulk, movieInput, movieListFields } from '@cinematheque/shared/movie';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { Film } from 'lucide-react';
import { genreActions } from '../movie/genre-actions.ts';
import { movieForm } from '../movie/movie-form.tsx';
import { PeekCast } from '../movie/peek-cast.tsx';
import { MoviePoster, titleWithPoster } from '../movie/title-cell.tsx';
import { defineResource } from '../resource/define.tsx';
import { bulkSet } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

export const movies = defineResource({
  name: 'movies',
  label: 'Films',
  one: 'film',
  group: 'Catalog',
  icon: Film,
  api: trpc.admin.movies,
  input: movieInput,
  title: (movie) => movie.title,
  sorts: ['title', 'releaseDate', 'durationMinutes', 'budget', 'createdAt', 'updatedAt'],
  fields: movieListFields,
  columns: [
    { name: 'title', header: 'Title', cell: titleWithPoster },
    {
      name: 'releaseDate',
      header: 'Year',
      cell: (movie) => yearOf(movie.releaseDate),
      numeric: true,
      edit: (f) => f.date('releaseDate', { label: 'Year' }),
    },
    {
      name: 'director',
      header: 'Director',
      cell: ({ director }) => (director ? fullName(director) : null),
      edit: (f) => f.relation('directorId', 'directors', { label: 'Director' }),
    },
    {
      name: 'country',
      header: 'Country',
      cell: (movie) => movie.country?.name,
      edit: (f) => f.relation('countryId', 'countries', { label: 'Country' }),
    },
    { name: 'genres', header: 'Genres', cell: (movie) => movie.genres.map(({ name }) => name).join(', ') },
    {
      name: 'durationMinutes',
      header: 'Minutes',
      cell: (movie) => movie.durationMinutes,
      numeric: true,
      unit: 'min',
      edit: (f) => f.number('durationMinutes', { label: 'Minutes' }),
    },
    {
      name: 'budget',
      header: 'Budget',
      cell: (movie) => movie.budget?.toLocaleString('en-US'),
      numeric: true,
      hidden: true,
      edit: (f) => f.number('budget'),
    },
    { name: 'cast', header: 'Cast', cell: (movie) => movie.cast, numeric: true, unit: 'in the cast' },
  ],
  picture: (movie) => <MoviePoster movie={movie} sizes="11rem" />,
  peek: (movie) => <PeekCast cast={movie.cast} />,
  bulk: [
    ...genreActions,
    ...bulkSet(trpc.admin.movies, movieBulk, (f) => [
      f.relation('directorId', 'directors', { label: 'Director' }),
      f.relation('countryId', 'countries', { label: 'Country' }),
      f.date('releaseDate'),
      f.number('durationMinutes', { label: 'Minutes' }),
      f.number('budget'),
      f.prose('description'),
    ]),
  ],
  form: movieForm,
  inPlace: { form: (f) => [f.text('title'), f.date('releaseDate')], read: (title) => ({ title }) },
  page: (id) => `/movies/${id}`,
});
