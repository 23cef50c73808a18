import { Country } from '@cinematheque/db/entities/country';
import { countryInput, countryListFields, countryRow } from '@cinematheque/shared/country';
import { sql } from 'kysely';
import { crud } from '../crud.ts';
import { sortBy } from '../page.ts';
import { moviesOf, nameOf, personsOf } from './uses.ts';

export const countries = crud({
  entity: Country,
  noun: 'country',
  input: countryInput,
  row: countryRow,
  fields: countryListFields,
  computed: { movies: sql`(select count(*) from movies x where x.country_id = t.id)` },
  filters: { name: { by: sql`t.sort_name` } },
  search: 't.sort_name',
  sort: {
    name: (down) => sortBy.text('t.sort_name', down),
    createdAt: (down) => sortBy.instant('t.created_at', down),
    updatedAt: (down) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: sql`t.name`,
  uses: [
    moviesOf((ids) => sql`select m.country_id, m.id, m.title from movies m where m.country_id = any(${ids})`),
    personsOf(
      (ids) => sql`select p.country_id, p.id, ${nameOf('p')} from persons p where p.country_id = any(${ids})`,
    ),
  ],
});
