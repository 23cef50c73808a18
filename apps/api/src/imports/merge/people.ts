import type { Transaction } from '@cinematheque/db/change';
import { type RawBuilder, sql } from 'kysely';
import { numberNew } from './recognize.ts';
import { run } from './run.ts';

/** Both tables of people are recognized alike: persons, and directors. */
type PeopleTable = 'persons' | 'directors';

/**
 * Makes import_<table> of the people in `credits` (film, place, person, tmdb_id, first_name, last_name, gender,
 * wanted): one row each, named as first listed, with `id` in the catalog and `is_new` when they must be added, which
 * only those are whom a film wants. Two known genders contradict each other and make none.
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
        fold(concat_ws(' ', first_name, last_name)) as name, film, place,
        case when min(nullif(gender, 'unknown')) over everywhere = max(nullif(gender, 'unknown')) over everywhere
          then min(nullif(gender, 'unknown')) over everywhere else 'unknown' end as gender,
        bool_or(wanted) over everywhere as wanted, null::int as id, false as is_new
      from (${credits}) c
      window everywhere as (partition by person)
      order by person, film, place`,
  );
  await run(tx, sql`update ${people} s set id = t.id from ${sql.table(table)} t where t.tmdb_id = s.tmdb_id`);
  await recognizeByName(tx, table, people);
  await run(tx, sql`update ${people} set is_new = true where id is null and wanted`);
  await numberNew(tx, `import_${table}`, 'id', table, sql`is_new`, sql`film, place`);
  await run(tx, sql`analyze ${people}`);
}

/**
 * Where one side has no TMDB id, the name decides. A name with an id is only taken for one without when neither the
 * catalog nor the import has a namesake: two people made one are worse than one person kept twice.
 */
async function recognizeByName(tx: Transaction, table: PeopleTable, people: RawBuilder<unknown>) {
  await run(
    tx,
    sql`update ${people} s set id = t.id
      from (select name_folded, min(id) as id from ${sql.table(table)} where tmdb_id is null
        group by name_folded having count(*) = 1) t
      where s.id is null and s.tmdb_id is not null and t.name_folded = s.name
        and not exists (select from ${people} o where o.name = s.name and o.person <> s.person)`,
  );
  await run(
    tx,
    sql`update ${people} s set id = t.id
      from (select distinct on (name_folded) name_folded, id from ${sql.table(table)}
        order by name_folded, tmdb_id is not null, id) t
      where s.id is null and s.tmdb_id is null and t.name_folded = s.name`,
  );
}
