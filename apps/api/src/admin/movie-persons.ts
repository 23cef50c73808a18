import { MoviePerson } from '@cinematheque/db/entities/movie-person';
import { moviePersonInput, moviePersonKey, moviePersonRow } from '@cinematheque/shared/joins';
import { sql } from 'kysely';
import { crudOfPairs } from '../crud.ts';
import { movieRef, personRef } from '../json.ts';
import { sortBy } from '../page.ts';

export const moviePersons = crudOfPairs(
  {
    entity: MoviePerson,
    noun: 'cast entry',
    input: moviePersonInput,
    row: moviePersonRow,
    computed: {
      id: sql`json_build_object('movieId', t.movie_id, 'personId', t.person_id)`,
      movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
      person: sql`(select ${personRef('p')} from persons p where p.id = t.person_id)`,
    },
    join: sql`join movies film on film.id = t.movie_id`,
    search: 'film.title_folded',
    sort: {
      movie: (down) => sortBy.text('film.sort_title', down),
      createdAt: (down) => sortBy.instant('t.created_at', down),
    },
    defaultSort: ['-createdAt'],
  },
  moviePersonKey,
);
