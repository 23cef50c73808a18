import {
  moviePersonBulk,
  moviePersonInput,
  moviePersonKey,
  moviePersonListFields,
} from '@cinematheque/shared/joins';
import { fullName } from '@cinematheque/shared/names';
import { UserRoundCheck } from 'lucide-react';
import { definePairs } from '../resource/define.tsx';
import { bulkSet } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

export const moviePersons = definePairs({
  name: 'moviePersons',
  label: 'Casts',
  one: 'place in a cast',
  group: 'Joins',
  icon: UserRoundCheck,
  api: trpc.admin.moviePersons,
  pair: moviePersonKey,
  input: moviePersonInput,
  title: ({ movie, person }) => `${movie.title}: ${fullName(person)}`,
  sorts: ['movie', 'createdAt'],
  searchHint: 'Search by film',
  fields: moviePersonListFields,
  columns: [
    { name: 'movie', header: 'Film', cell: ({ movie }) => movie.title },
    { name: 'person', header: 'Person', cell: ({ person }) => fullName(person) },
    {
      name: 'position',
      header: 'Position',
      cell: ({ position }) => position,
      numeric: true,
      edit: (f) => f.number('position'),
    },
  ],
  bulk: bulkSet(trpc.admin.moviePersons, moviePersonBulk, (f) => [f.number('position')]),
  form: (f) => [
    f.relation('movieId', 'movies', { label: 'Film' }),
    f.relation('personId', 'persons', { label: 'Person' }),
    f.number('position', { hint: 'The place in the billing, from 0' }),
  ],
});
