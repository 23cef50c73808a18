import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { addRows, beginBulk, run, withoutIndexes } from './bulk.ts';
import type { Transaction } from './change.ts';
import { testDatabase } from './testing/database.ts';

const db = await testDatabase();
const by = { channel: 'cli', summary: 'Test' } as const;

/** Indexes and constraints of a table, as they are defined. */
const definitions = sql<{ j: string[] }>`select (
  select jsonb_agg(d order by d) from (
    select pg_get_indexdef(indexrelid) as d from pg_index where indrelid = 'characters'::regclass
    union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where conrelid = 'characters'::regclass) d) as j`;
const definedNow = () => db.read<string[]>(definitions);
const definedIn = async (tx: Transaction) => (await definitions.execute(tx.getKysely())).rows[0]?.j ?? [];

beforeEach(() => db.change(by, (tx) => tx.execute('delete from movies')));

const insertCharacters = (personId: number) => sql`
  with film as (insert into movies (title) values ('Any') returning id)
  insert into characters (name, movie_id, person_id) select 'Part ' || n, film.id, ${personId}
  from film, generate_series(1, 10) n`;

describe('withoutIndexes', () => {
  it('takes foreign keys and indexes away and brings back the same', async () => {
    const before = await definedNow();
    let meanwhile: string[] = [];
    await db.change(by, (tx) =>
      withoutIndexes(tx, 'characters', 30_000, async () => {
        meanwhile = await definedIn(tx);
      }),
    );
    expect(meanwhile.filter((text) => /FOREIGN KEY|CREATE INDEX/.test(text))).toEqual([]);
    expect(meanwhile.some((text) => text.includes('PRIMARY KEY'))).toBe(true);
    expect(await definedNow()).toEqual(before);
  });

  it('checks the foreign keys after all, and undoes everything when one is broken', async () => {
    const before = await definedNow();
    const work = db.change(by, (tx) =>
      withoutIndexes(tx, 'characters', 30_000, () => run(tx, insertCharacters(999_999))),
    );
    await expect(work).rejects.toThrow(/violates foreign key constraint/);
    expect(await definedNow()).toEqual(before);
    expect(await db.read(sql`select count(*)::int as j from characters`)).toBe(0);
  });

  it('leaves them alone for a few rows', async () => {
    const before = await definedNow();
    await db.change(by, (tx) =>
      withoutIndexes(tx, 'characters', 5_000, async () => {
        expect(await definedIn(tx)).toEqual(before);
      }),
    );
  });
});

it('beginBulk lifts the time limit for its transaction only', async () => {
  const limit = sql<{ statement_timeout: string }>`show statement_timeout`;
  await db.change(by, async (tx) => {
    await beginBulk(tx);
    expect((await limit.execute(tx.getKysely())).rows).toEqual([{ statement_timeout: '0' }]);
  });
  await db.change(by, async (tx) => {
    expect((await limit.execute(tx.getKysely())).rows).toEqual([{ statement_timeout: '15s' }]);
  });
});

it('addRows tells the planner what came', async () => {
  const rows = sql`insert into movies (title) select 'Film ' || n from generate_series(1, 500) n`;
  expect(await db.change(by, (tx) => addRows(tx, 'movies', rows))).toBe(500);
  expect(await db.read(sql`select reltuples::int as j from pg_class where relname = 'movies'`)).toBe(500);
});
