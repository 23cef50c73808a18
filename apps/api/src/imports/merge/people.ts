import { run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { type RawBuilder, sql } from 'kysely';
import { numberNew } from './recognize.ts';

/** Both tables of people are recognized alike: persons, and directors. */
type PeopleTable = 'persons' | 'directors';

/**
 * Makes import_<table> of the people in `credits` (film, place, person, tmdb_id, first_name, last_name, gender,
 * wanted): one row each, named as first listed, with `id` in the catalog, and `is_new` when they must be added, which
 * only those are whom a film wants. Two known genders contradict each other and make none.
 *
 * A TMDB id knows its own only; people without one are known by their name, among those without one. A name never
 * stands for an id: two people made one are worse than one person kept twice.
 */
export async function recognizePeople(
  tx: Transaction,
  table: PeopleTable,
  credits: RawBuilder<unknown>,
): Promise<void> {
  const people = sql.table(`import_${table}`);
  await run(
    tx,
    sql`create temp table ${people} on commit drop as
      select distinct on (person) person, tmdb_id, first_name, last_name,
        film, place,
        case when min(nullif(gender, 'unknown')) over everywhere = max(nullif(gender, 'unknown')) over everywhere
          then min(nullif(gender, 'unknown')) over everywhere else 'unknown' end as gender,
        bool_or(wanted) over everywhere as wanted, null::int as id, false as is_new
      from (${credits}) c
      window everywhere as (partition by person)
      order by person, film, place`,
  );
  await run(tx, sql`update ${people} s set id = t.id from ${sql.table(table)} t where t.tmdb_id = s.tmdb_id`);
  await run(
    tx,
    sql`update ${people} s set id = t.id
      from (select name_folded, min(id) as id from ${sql.table(table)} where tmdb_id is null group by 1) t
      where s.tmdb_id is null and s.person = t.name_folded`,
  );
  await run(tx, sql`update ${people} set is_new = true where id is null and wanted`);
  await numberNew(tx, `import_${table}`, 'id', table, sql`is_new`, sql`film, place`);
  await run(tx, sql`analyze ${people}`);
}
