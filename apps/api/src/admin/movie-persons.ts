import { MoviePerson } from '@cinematheque/db/entities/movie-person';
import {
  moviePersonBulk,
  moviePersonInput,
  moviePersonKey,
  moviePersonListFields,
  moviePersonRow,
} from '@cinematheque/shared/joins';
import { sql } from 'kysely';
import { bulkOfPairs } from '../bulk.ts';
import { crudOfPairs } from '../crud.ts';
import { movieRef, personRef } from '../json.ts';
import { sortBy } from '../page.ts';
import { filmFilters, playerFilters } from './related.ts';

const resource = {
  entity: MoviePerson,
  noun: 'cast entry',
  input: moviePersonInput,
  row: moviePersonRow,
  fields: moviePersonListFields,
  computed: {
    id: sql`json_build_object('movieId', t.movie_id, 'personId', t.person_id)`,
    movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
    person: sql`(select ${personRef('p')} from persons p where p.id = t.person_id)`,
  },
  join: sql`join movies film on film.id = t.movie_id`,
  filters: { ...filmFilters, ...playerFilters },
  search: 'film.title_folded',
  sort: {
    movie: (down: boolean) => sortBy.text('film.sort_title', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['-createdAt'],
};

export const moviePersons = {
  ...crudOfPairs(resource, moviePersonKey),
  ...bulkOfPairs(resource, moviePersonKey, moviePersonBulk),
};
