import { favoriteMovieInput, favoriteMovieKey, favoriteMovieListFields } from '@cinematheque/shared/joins';
import { Heart } from 'lucide-react';
import { FavoriteTabs } from '../favorites/favorite-tabs.tsx';
import { definePairs } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

export const favoriteMovies = definePairs({
  name: 'favoriteMovies',
  label: 'Favorites',
  one: 'favorite',
  group: 'People',
  icon: Heart,
  administrators: true,
  api: trpc.admin.favoriteMovies,
  pair: favoriteMovieKey,
  input: favoriteMovieInput,
  title: ({ user, movie }) => `${user.username}: ${movie.title}`,
  sorts: ['movie', 'createdAt'],
  searchHint: 'Search by film',
  fields: favoriteMovieListFields,
  columns: [
    { name: 'movie', header: 'Film', cell: ({ movie }) => movie.title },
    { name: 'user', header: 'Kept by', cell: ({ user }) => user.username },
  ],
  Above: FavoriteTabs,
  form: (f) => [
    f.relation('userId', 'users', { label: 'Account' }),
    f.relation('movieId', 'movies', { label: 'Film' }),
  ],
});
