import { movieInput } from '@cinematheque/shared/movie';
import { fullName, yearOf } from '@cinematheque/shared/refs';
import { Film } from 'lucide-react';
import { movieForm } from '../movie/movie-form.tsx';
import { titleWithPoster } from '../movie/title-cell.tsx';
import { defineResource } from '../resource/define.tsx';
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
  columns: [
    { name: 'title', header: 'Title', cell: titleWithPoster },
    { name: 'releaseDate', header: 'Year', cell: (movie) => yearOf(movie.releaseDate), numeric: true },
    { name: 'director', header: 'Director', cell: ({ director }) => (director ? fullName(director) : null) },
    { name: 'country', header: 'Country', cell: (movie) => movie.country?.name },
    { name: 'genres', header: 'Genres', cell: (movie) => movie.genres.map(({ name }) => name).join(', ') },
    {
      name: 'durationMinutes',
      header: 'Minutes',
      cell: (movie) => movie.durationMinutes,
      numeric: true,
      unit: 'min',
    },
    { name: 'cast', header: 'Cast', cell: (movie) => movie.cast, numeric: true, unit: 'in the cast' },
  ],
  form: movieForm,
  page: (id) => `/movies/${id}`,
});
