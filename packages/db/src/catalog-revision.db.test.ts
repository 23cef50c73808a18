import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { fill } from './testing/fill.ts';
import { make } from './testing/make.ts';
import { loggedTables } from './testing/walk-back.ts';

const db = await testDatabase();
const revision = () => db.read<number>(sql`select revision::int as j from catalog_revision`);

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test('moves with every table of the catalog, not with hearts and accounts', async () => {
  await fill(db);
  for (const { table } of await loggedTables(db)) {
    const before = await revision();
    await db.unlogged(sql`update ${sql.table(table)} set created_at = created_at - interval '1 day'`);
    const moved = (await revision()) - before;
    expect(moved, table).toBe(['users', 'favorite_movies'].includes(table) ? 0 : 1);
  }
});

test('moves once for a transaction, when it commits', async () => {
  const before = await revision();
  await db.change({ channel: 'ui' }, async (tx) => {
    await tx.execute(`insert into genres (name) values ('Heist'), ('Western')`);
    await tx.execute(`update genres set name = 'Caper' where name = 'Heist'`);
    await tx.execute('savepoint before');
    await tx.execute(`update genres set name = 'Lost' where name = 'Western'`);
    await tx.execute('rollback to savepoint before');
    expect(await revision()).toBe(before);
  });
  expect(await revision()).toBe(before + 1);
});

test('is counted in the order of commits: the second waits until the first is visible', async () => {
  const [one, two] = [await connect(), await connect()];
  const before = await revision();
  await one.query(`begin; insert into genres (name) values ('One')`);
  await two.query(`begin; insert into genres (name) values ('Two')`);
  await one.query('set constraints all immediate');
  const committed = vi.fn();
  const second = two.query('commit').then(committed);
  await vi.waitFor(async () =>
    expect(
      await db.read(sql`select count(*)::int as j from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`),
    ).toBe(1),
  );
  expect(committed).not.toHaveBeenCalled();
  expect(await revision()).toBe(before);
  await one.query('commit');
  await second;
  expect(await revision()).toBe(before + 2);
});

test('tells a reader, at any moment, exactly how many commits he sees', async () => {
  const seen = () =>
    db.read<[number, number]>(sql`select jsonb_build_array((select revision from catalog_revision),
      (select count(*) from genres where name like 'Parallel %')) as j`);
  const [start] = await seen();
  let writing = true;
  const readings: [number, number][] = [];
  const reader = (async () => {
    while (writing) readings.push(await seen());
  })();
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      db.unlogged(sql`insert into genres (name) values (${`Parallel ${n}`})`),
    ),
  );
  writing = false;
  await reader;
  expect(await seen()).toEqual([start + 40, 40]);
  expect(new Set(readings.map(([at, commits]) => at - commits))).toEqual(new Set([start]));
});

test('is told to listeners, ten times a second at most', async () => {
  const listener = await connect();
  const heard: (string | undefined)[] = [];
  listener.on('notification', ({ payload }) => heard.push(payload));
  await listener.query('listen catalog');
  // Within a tenth of a second after the last one there is none: listeners poll besides.
  await setTimeout(150);
  const { id } = await make(db).genre();
  await vi.waitFor(async () => expect(heard).toEqual([String(await revision())]));

  heard.length = 0;
  const start = performance.now();
  for (let n = 0; n < 100; n += 1)
    await db.unlogged(sql`update genres set name = ${`Quick ${n}`} where id = ${id}`);
  await listener.query('select 1');
  const atMost = (performance.now() - start) / 100 + 1;
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.length).toBeLessThanOrEqual(Math.min(atMost, 90));
});
