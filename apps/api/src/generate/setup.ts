import { run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { regions } from './regions.ts';
import { genres } from './words.ts';

/** How large the synthetic catalog is; equal sizes and seeds give equal catalogs. */
export interface Sizes {
  movies: number;
  persons: number;
  characters: number;
  seed: number;
}

/**
 * The functions that all steps draw from. `dice` is a number from 0 up to 1 that follows from the seed, a row's number
 * and a salt; so every row is what it is whatever the order or the batch it is made in.
 */
const functions = (seed: number) => [
  `dice(i bigint, salt int) returns float8 return
    (hashint8extended(i, ${seed}::bigint * 1000 + salt) & 4503599627370495) / 4503599627370496.0::float8`,
  `bell(i bigint, salt int) returns float8 return
    sqrt(-2 * ln(1 - pg_temp.dice(i, salt))) * cos(2 * pi() * pg_temp.dice(i, salt + 500))`,
  'pick(list text[], at float8) returns text return list[1 + floor(at * cardinality(list))::int]',
  // Years before the end of 2025 at a point of film history from 0 (1914) to 1: the present makes the most films.
  'years_ago(point float8) returns float8 return 112 * (1 - point) ^ 1.9',
  // A few have long careers, most a short one: the first of a block is met 28 times as often as the average.
  'skew(at float8) returns float8 return ((at + 0.13) ^ 3 - 0.002197) / 1.4407',
  'is_female(person bigint) returns boolean return pg_temp.dice(person, 11) < 0.4',
  `with_article(words text) returns text return case when words ~ '^[AEIOUaeiou]' then 'An ' else 'A ' end || words`,
];

/** Makes the functions and the lists of regions, countries and genres; adds the countries and genres that lack. */
export async function setUp(tx: Transaction, { seed }: Sizes): Promise<void> {
  for (const declaration of functions(seed)) {
    await run(tx, sql.raw(`create or replace function pg_temp.${declaration}`));
  }
  await setUpGenres(tx);
  await setUpRegions(tx);
}

/** Draws of a share: a number from lo up to hi means this row. */
function ranges<T>(rows: T[], shareOf: (row: T) => number): (T & { lo: number; hi: number })[] {
  const total = rows.reduce((sum, row) => sum + shareOf(row), 0);
  let sum = 0;
  return rows.map((row) => {
    const lo = sum / total;
    sum += shareOf(row);
    return { ...row, lo, hi: sum / total };
  });
}

async function setUpGenres(tx: Transaction): Promise<void> {
  const list = JSON.stringify(
    ranges(
      genres.map(([name, share]) => ({ name, share })),
      ({ share }) => share,
    ),
  );
  const given = sql`json_to_recordset(${list}::json) as g (name text, lo float8, hi float8)`;
  await run(
    tx,
    sql`insert into genres (name) select name from ${given}
      where not exists (select from genres k where lower(k.name) = lower(g.name))`,
  );
  await run(
    tx,
    sql`create temp table made_genres on commit drop as
      select k.id, g.lo, g.hi from ${given} join genres k on lower(k.name) = lower(g.name)`,
  );
}

async function setUpRegions(tx: Transaction): Promise<void> {
  const numbered = regions.map((region, number) => ({
    number,
    female: region.female.split(' '),
    male: region.male.split(' '),
    family: region.family.split(' '),
    twoSurnames: region.twoSurnames ?? false,
    share: region.countries.reduce((sum, [, , share]) => sum + share, 0),
  }));
  const countries = regions.flatMap((region, number) =>
    ranges(
      region.countries.map(([code, name, share]) => ({ region: number, code, name, share })),
      ({ share }) => share,
    ),
  );
  const given = sql`json_to_recordset(${JSON.stringify(countries)}::json)
    as c (region int, code text, name text, lo float8, hi float8)`;
  const same = sql`(k.iso_code = c.code or lower(k.name) = lower(c.name))`;
  await run(
    tx,
    sql`insert into countries (name, iso_code) select name, code from ${given}
      where not exists (select from countries k where ${same})`,
  );
  await run(
    tx,
    sql`create temp table made_countries on commit drop as
      select distinct on (c.region, c.lo) c.region, c.lo, c.hi, k.id from ${given} join countries k on ${same}
      order by c.region, c.lo, k.iso_code is not distinct from c.code desc`,
  );
  await run(
    tx,
    sql`create temp table made_regions on commit drop as
      select number as region, lo, hi, female, male, family, female || male as given, "twoSurnames" as two_surnames
      from json_to_recordset(${JSON.stringify(ranges(numbered, ({ share }) => share))}::json)
        as r (number int, lo float8, hi float8, female text[], male text[], family text[], "twoSurnames" boolean)`,
  );
}
