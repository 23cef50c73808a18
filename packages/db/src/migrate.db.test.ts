import { readdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrateUnderLock } from './migrate.ts';
import { openDatabase } from './open.ts';
import { emptyDatabase, testDatabase } from './testing/database.ts';
import { fill } from './testing/fill.ts';
import { describeSchema } from './testing/schema.ts';

const names = (await readdir(new URL('migrations', import.meta.url)))
  .filter((file) => /^\d{4}-/.test(file))
  .map((file) => file.replace('.ts', ''))
  .sort();

test('R07: five servers that start at once apply each migration once', async () => {
  const { url } = await emptyDatabase();
  const servers = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url })));
  const done = await Promise.all(servers.map((db) => db.migrate()));
  await Promise.all(servers.map((db) => db.close()));
  // One of them did it all, each migration under the name of its file; the others found nothing to do.
  expect(done.filter((applied) => applied.length)).toEqual([names]);
});

test('each migration goes forward on the state before it, with rows in every table', async () => {
  const db = await emptyDatabase();
  for (const name of names) {
    const before = await fill(db);
    expect(await migrateUnderLock(db.url, name)).toEqual([name]);
    for (const [table, rows] of Object.entries(before)) {
      expect(rows, table).toBeGreaterThan(0);
      expect(await db.read(sql`select count(*)::int as j from ${sql.table(table)}`), table).toBe(rows);
    }
  }
  expect(Object.values(await fill(db))).not.toContain(0);
  expect(await describeSchema(db)).toEqual(await describeSchema(await testDatabase()));
  expect(
    await db.read(sql`select jsonb_agg(favorites) as j from movie_counters`),
    'counted from the rows that were there',
  ).toEqual([1, 1, 1, 1, 1]);
});

test('a migration may take longer than a request may', async () => {
  const db = await emptyDatabase({ statementTimeout: 200 });
  await migrateUnderLock(db.url, '0003-accounts');
  const other = new pg.Client({ connectionString: db.url });
  await other.connect();
  await other.query('begin; lock table movies');
  const done = db.migrate();
  await setTimeout(600);
  await other.query('commit');
  await other.end();
  expect((await done)[0]).toBe('0004-change-log');
});
