import { Director } from '@cinematheque/db/entities/director';
import { directorInput, directorRow } from '@cinematheque/shared/director';
import { sql } from 'kysely';
import { crud } from '../crud.ts';
import { image, personRef } from '../json.ts';
import { sortBy } from '../page.ts';
import { moviesOf, nameOf } from './uses.ts';

export const directors = crud({
  entity: Director,
  noun: 'director',
  input: directorInput,
  row: directorRow,
  computed: {
    photo: image('t', 'photo_file_id'),
    person: sql`(select ${personRef('p')} from persons p where p.id = t.person_id)`,
    movies: sql`(select count(*) from movies x where x.director_id = t.id)`,
  },
  search: 't.name_folded',
  sort: {
    name: (down) => sortBy.text('t.sort_name', down),
    createdAt: (down) => sortBy.instant('t.created_at', down),
    updatedAt: (down) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: nameOf('t'),
  hint: sql`array_to_string(array(select m.title from movies m where m.director_id = t.id
    order by m.release_date desc nulls last, m.id limit 2), ', ')`,
  uses: [
    moviesOf(
      (ids) => sql`select m.director_id, m.id, m.title from movies m where m.director_id = any(${ids})`,
    ),
  ],
});
