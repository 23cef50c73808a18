import { sql } from 'kysely';
import type { Pool } from 'pg';
import { expect, it, vi } from 'vitest';
import { openDatabase } from './open.ts';
import { testDatabase } from './testing/database.ts';
import { make } from './testing/make.ts';
import { onServer } from './testing/server.ts';

const db = await testDatabase({ poolSize: 1 });

it('asks one statement for one read, with the values beside it', async () => {
  const { id } = await make(db).movie({ title: `It's "Vertigo"; drop table movies` });
  const pool: Pool = await db.orm.em.getConnection().getNativeClient();
  const asked = vi.spyOn(pool, 'query');
  const borrowed = vi.fn();
  pool.on('acquire', borrowed);
  const title = await db.read(sql`select title as j from movies where id = ${id} and title <> ${"'"}`);
  expect(title).toBe(`It's "Vertigo"; drop table movies`);
  expect(borrowed).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls.map(([statement]) => statement)).toEqual([
    expect.objectContaining({
      text: 'select title as j from movies where id = $1 and title <> $2',
      values: [id, "'"],
    }),
  ]);
  asked.mockRestore();
});

it('prepares a statement once, whatever its values', async () => {
  // What other files of this worker have asked counts against the limit of prepared texts.
  vi.resetModules();
  const { readJson } = await import('./read.ts');
  const pool: Pool = await db.orm.em.getConnection().getNativeClient();
  for (const value of [1, 2, 3]) {
    await readJson({ pool, prepares: true }, sql`select to_jsonb(${value}::int + 40) as j`);
  }
  const prepared = await readJson(
    { pool, prepares: true },
    sql`
    select jsonb_agg(generic_plans + custom_plans) as j from pg_prepared_statements
    where statement = 'select to_jsonb($1::int + 40) as j'`,
  );
  expect(prepared).toEqual([3]);
});

it('gives null for null, and refuses to guess when there is no row', async () => {
  expect(await db.read(sql`select null as j`)).toBeNull();
  await expect(db.read(sql`select 1 as j where false`)).rejects.toThrow('A read must give one row');
});

it('gives up on a statement that takes too long', async () => {
  const hasty = await openDatabase({ url: db.url, statementTimeout: 100 });
  await expect(hasty.read(sql`select pg_sleep(5)::text as j`)).rejects.toThrow('statement timeout');
  expect(await hasty.read(sql`select 1 as j`)).toBe(1);
  await hasty.close();
});

it('leaves no connection behind when closed', async () => {
  const connections = () =>
    onServer(
      db.url,
      `select application_name from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
  const before = await connections();
  const other = await openDatabase({ url: db.url });
  await Promise.all([1, 2, 3].map(() => other.read(sql`select pg_sleep(0.05)::text as j`)));
  expect(await connections()).toHaveLength(before.length + 3);
  await other.close();
  await vi.waitFor(async () => expect(await connections()).toEqual(before), { timeout: 5_000 });
});
