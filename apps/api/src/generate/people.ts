import { addRows, run, withoutIndexes } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { inBatches, type OnBatch } from './batches.ts';
import type { Sizes } from './setup.ts';

/*
 * All people stand in one line: region by region, and within a region from the beginning of film history to now. A
 * film looks for its people around its own point of that line, so countries and careers come out believable. Their
 * ids are shuffled.
 */

/** Directors: one for every five films. */
export const directorsOf = ({ movies }: Sizes) => Math.ceil(movies / 5);

/** The names of somebody at `n` of region `r`, first and last. */
const names = sql.raw(`
  pg_temp.pick(case when pg_temp.is_female(n) then r.female else r.male end, pg_temp.dice(n, 12))
    || case when pg_temp.dice(n, 13) < 0.13
        then ' ' || pg_temp.pick(case when pg_temp.is_female(n) then r.female else r.male end, pg_temp.dice(n, 14))
      when pg_temp.dice(n, 13) < 0.25 then ' ' || chr(65 + floor(pg_temp.dice(n, 14) * 23)::int) || '.'
      else '' end as first_name,
  pg_temp.pick(r.family, pg_temp.dice(n, 15))
    || case when pg_temp.dice(n, 16) < case when r.two_surnames then 0.4 else 0.06 end
        then case when r.two_surnames then ' ' else '-' end || pg_temp.pick(r.family, pg_temp.dice(n, 17))
      else '' end as last_name`);

/** Makes the persons, and made_persons: place in the line (n) and id. */
export async function makePersons(tx: Transaction, { persons }: Sizes, onBatch: OnBatch): Promise<void> {
  await run(
    tx,
    sql`create table generating.made_persons as
      select n, nextval('persons_id_seq')::int as id
      from (select n from generate_series(0, ${persons}::int - 1) n order by pg_temp.dice(n, 10)) shuffled`,
  );
  await run(tx, sql`create index on generating.made_persons (n)`);
  await run(tx, sql`analyze generating.made_persons`);
  const insert = (from: number, to: number) =>
    run(
      tx,
      sql`insert into persons (id, first_name, last_name, gender, date_of_birth, date_of_birth_precision, country_id)
        select p.id, ${names},
          case when pg_temp.dice(n, 18) < 0.08 then 'unknown' when pg_temp.dice(n, 18) < 0.085 then 'non-binary'
            when pg_temp.is_female(n) then 'female' else 'male' end,
          case when pg_temp.dice(n, 19) < 0.7 then
            case when pg_temp.dice(n, 20) < 0.1 then date_trunc('year', born)::date else born end end,
          case when pg_temp.dice(n, 19) < 0.7 and pg_temp.dice(n, 20) < 0.1 then 'year' else 'day' end,
          case when pg_temp.dice(n, 21) < 0.8 then c.id end
        from generating.made_persons p
        cross join lateral (select (n + 0.5) / ${persons}::float8 as point) line
        join made_regions r on point >= r.lo and point < r.hi
        join made_countries c on c.region = r.region
          and pg_temp.dice(n, 22) >= c.lo and pg_temp.dice(n, 22) < c.hi
        cross join lateral (select date '2025-12-31' - floor(365.25 * (18 + 38 * pg_temp.dice(n, 23)
          + pg_temp.years_ago((point - r.lo) / (r.hi - r.lo))))::int as born) birth
        where n >= ${from} and n < ${to} order by p.id`,
    );
  await withoutIndexes(tx, 'persons', persons, () => inBatches(persons, 20_000, onBatch, insert));
}

/** Makes the directors, and made_directors like made_persons; every twelfth is a person too. */
export async function makeDirectors(tx: Transaction, sizes: Sizes): Promise<void> {
  const directors = directorsOf(sizes);
  await run(
    tx,
    sql`create table generating.made_directors as
      select d, nextval('directors_id_seq')::int as id
      from (select d from generate_series(0, ${directors}::int - 1) d order by pg_temp.dice(d, 30)) shuffled`,
  );
  await run(tx, sql`analyze generating.made_directors`);
  await addRows(
    tx,
    'directors',
    sql`insert into directors (id, first_name, last_name, person_id)
      select m.id, coalesce(p.first_name, made.first_name), coalesce(p.last_name, made.last_name), p.id
      from generating.made_directors m
      cross join lateral (select (d + 0.5) / ${directors}::float8 as point, d + 1000000000::bigint as n) line
      join made_regions r on point >= r.lo and point < r.hi
      cross join lateral (select ${names}) made
      left join generating.made_persons same on d % 12 = 0 and ${directors}::int <= ${sizes.persons}::int
        and same.n = floor(d * ${sizes.persons}::float8 / ${directors}::float8)
      left join persons p on p.id = same.id
      order by m.id`,
  );
}
