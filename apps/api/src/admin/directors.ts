import { Director } from '@cinematheque/db/entities/director';
import { directorInput, directorListFields, directorRow } from '@cinematheque/shared/director';
import { sql } from 'kysely';
import { crud, kindOf } from '../crud.ts';
import { image, type Json, personRef } from '../json.ts';
import { sortBy } from '../page.ts';
import { moviesOf, nameOf } from './uses.ts';

const resource = {
  entity: Director,
  noun: 'director',
  input: directorInput,
  row: directorRow,
  fields: directorListFields,
  computed: {
    photo: image('t', 'photo_file_id'),
    person: sql`(select ${personRef('p')} from persons p where p.id = t.person_id)`,
    movies: sql`(select count(*) from movies x where x.director_id = t.id)`,
  },
  filters: {
    firstName: { wide: sql`t.name_folded` },
    lastName: { wide: sql`t.name_folded` },
    movieIds: {
      by: sql`x.id`,
      within: (condition: Json) =>
        sql`exists (select from movies x where x.director_id = t.id and ${condition})`,
    },
  },
  search: 't.name_folded',
  sort: {
    name: (down: boolean) => sortBy.text('t.sort_name', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
    updatedAt: (down: boolean) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: nameOf('t'),
  hint: sql`'known for ' || nullif(array_to_string(array(select m.title from movies m where m.director_id = t.id
    order by m.release_date desc nulls last, m.id limit 3), ', '), '')`,
  photo: image('t', 'photo_file_id'),
  uses: [
    moviesOf(
      (ids) => sql`select m.director_id, m.id, m.title from movies m where m.director_id = any(${ids})`,
    ),
  ],
};

/** What the list and its filters are made of. */
export const directorKind = kindOf(resource);

export const directors = crud(resource);
