import { Festival } from '@cinematheque/db/entities/festival';
import { festivalInput, festivalListFields, festivalRow } from '@cinematheque/shared/festival';
import { sql } from 'kysely';
import { crud } from '../crud.ts';
import { named } from '../json.ts';
import { sortBy } from '../page.ts';

export const festivals = crud({
  entity: Festival,
  noun: 'festival',
  input: festivalInput,
  row: festivalRow,
  fields: festivalListFields,
  computed: { country: named('t', 'country_id', 'countries') },
  filters: { name: { by: sql`t.sort_name` } },
  search: 't.sort_name',
  sort: {
    name: (down) => sortBy.text('t.sort_name', down),
    year: (down) => sortBy.int('t.year', down),
    createdAt: (down) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['name'],
  label: sql`t.name`,
  hint: sql`t.year::text`,
});
