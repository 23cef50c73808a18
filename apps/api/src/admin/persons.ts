import { Person } from '@cinematheque/db/entities/person';
import { personInput, personRow } from '@cinematheque/shared/person';
import { sql } from 'kysely';
import { crud } from '../crud.ts';
import { image, knownFor, named } from '../json.ts';
import { sortBy } from '../page.ts';
import { directorsOf, moviesOf, nameOf } from './uses.ts';

export const persons = crud({
  entity: Person,
  noun: 'person',
  input: personInput,
  row: personRow,
  computed: {
    country: named('t', 'country_id', 'countries'),
    photo: image('t', 'primary_photo_file_id'),
    movies: sql`(select count(*) from movie_persons x where x.person_id = t.id)`,
  },
  search: 't.name_folded',
  sort: {
    name: (down) => sortBy.text('t.sort_name', down),
    dateOfBirth: (down) => sortBy.date('t.date_of_birth', down),
    createdAt: (down) => sortBy.instant('t.created_at', down),
    updatedAt: (down) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: nameOf('t'),
  hint: sql`concat_ws(', ', 'born ' || extract(year from t.date_of_birth), nullif(array_to_string(${knownFor('t')}, ', '), ''))`,
  uses: [
    moviesOf(
      (ids) => sql`select x.person_id, m.id, m.title from movie_persons x
      join movies m on m.id = x.movie_id where x.person_id = any(${ids})`,
    ),
    directorsOf(
      (ids) => sql`select d.person_id, d.id, ${nameOf('d')} from directors d where d.person_id = any(${ids})`,
    ),
  ],
});
