import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Transaction } from './change.ts';
import type { Database } from './open.ts';
import { testDatabase } from './testing/database.ts';
import { lastEntry, present, walkBack } from './testing/walk-back.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.change({ channel: 'system' }, async (tx) => {
    await tx.execute(`insert into countries (name) select 'Country ' || n from generate_series(1, 5) n`);
    await tx.execute(`insert into genres (name) select 'Genre ' || n from generate_series(1, 6) n`);
    await tx.execute(`insert into persons (last_name) select 'Person ' || n from generate_series(1, 20) n`);
    await tx.execute(
      `insert into directors (last_name, person_id) select 'Director ' || n, n from generate_series(1, 5) n`,
    );
    await tx.execute(`insert into files (file_name, mime_type, secret_key, sha256, bytes, width, height)
      select 'f' || n, 'image/png', 'k' || n, repeat('a', 64), 1, 1, 1 from generate_series(1, 5) n`);
    await tx.execute(`insert into users (username, email, password_hash)
      select 'user' || n, 'user' || n || '@example.org', 'secret-hash-' || n from generate_series(1, 5) n`);
    await tx.execute(
      `insert into movies (title, director_id) select 'Film ' || n, 1 + n % 5 from generate_series(1, 20) n`,
    );
  });
});

const one = <T>(statement: ReturnType<typeof sql<T>>) => db.read<T>(statement);
const revision = () => one<number>(sql`select revision::int as j from catalog_revision`);
const changes = () => one<number>(sql`select count(*)::int as j from changes`);

/** Writes of every kind over every table, each for a number that chooses rows. A refused one is undone alone. */
const writes: ((n: number) => string)[] = [
  (n) => `insert into movies (title, budget) select 'New ' || x, x from generate_series(1, ${1 + (n % 4)}) x`,
  (n) => `update movies set budget = ${n + 1}, description = 'About ${n}' where id % 7 = ${n % 7}`,
  (n) => `update movies set id = (select max(id) + 100 from movies) where id = (select id from movies m
    where not exists (select from movie_genres where movie_id = m.id) and not exists (select from movie_persons
    where movie_id = m.id) and not exists (select from favorite_movies where movie_id = m.id)
    order by id offset ${n % 3} limit 1)`,
  (n) => `delete from movies where id % 11 = ${n % 11}`,
  (
    n,
  ) => `insert into movie_genres (movie_id, genre_id, position) select m.id, g.id, ${n % 5} from movies m, genres g
    where (m.id + g.id) % 4 = ${n % 4} on conflict (movie_id, genre_id) do update set position = excluded.position`,
  (n) => `delete from movie_genres where genre_id % 3 = ${n % 3}`,
  (
    n,
  ) => `insert into movie_persons (movie_id, person_id, position) select m.id, p.id, ${n % 9} from movies m, persons p
    where (m.id * p.id) % 13 = ${n % 13} on conflict do nothing`,
  (n) => `insert into characters (name, movie_id, person_id) select 'Role ' || movie_id, movie_id, person_id
    from movie_persons where (movie_id + person_id) % 3 = ${n % 3}`,
  (n) => `update characters set name = name || '!', role = 'leading' where id % 3 = ${n % 3}`,
  (n) => `update movie_persons set position = position + 1 where movie_id % 2 = ${n % 2}`,
  (n) => `delete from movie_persons where person_id % 5 = ${n % 5}`,
  (n) => `insert into favorite_movies (user_id, movie_id) select u.id, m.id from users u, movies m
    where (u.id + m.id) % 5 = ${n % 5} on conflict do nothing`,
  (n) => `delete from favorite_movies where movie_id % 3 = ${n % 3}`,
  (n) => `update favorite_movies set movie_id = (select max(id) from movies) where (user_id, movie_id) in
    (select user_id, min(movie_id) from favorite_movies where user_id % 2 = ${n % 2} group by user_id)`,
  (n) => `update users set first_name = 'Ana ${n}' where id % 2 = ${n % 2}`,
  (n) => `update persons set biography = 'Born ${n}', date_of_birth = date '1900-01-01' + ${n},
    additional_images = '[{"fileId": 1, "caption": null}]' where id % 4 = ${n % 4}`,
  (n) => `update directors set person_id = null where id = ${1 + (n % 5)}`,
  (n) => `update genres set name = name || '.' where id % 2 = ${n % 2}`,
  (n) => `update countries set iso_code = case when id = ${1 + (n % 5)} then 'FR' end`,
  (n) => `insert into files (file_name, mime_type, secret_key, sha256, bytes, width, height)
    values ('n${n}', 'image/png', 'key', repeat('b', 64), 1, 1, 1)`,
  (n) => `delete from files where id % 5 = ${n % 5}`,
];

const tolerant = async (tx: Transaction, statement: string) => {
  await tx.execute('savepoint before');
  try {
    await tx.execute(statement);
  } catch {
    await tx.execute('rollback to savepoint before');
  }
};

test('every earlier state is the present walked back, after any writes', { timeout: 120_000 }, async () => {
  const write = fc.tuple(fc.nat(writes.length - 1), fc.nat(1000));
  const transactions = fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), {
    minLength: 4,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(transactions, async (plan) => {
      const before = [{ entry: await lastEntry(db), state: await present(db) }];
      for (const statements of plan) {
        await db.change({ channel: 'system' }, async (tx) => {
          for (const [kind, n] of statements) await tolerant(tx, writes[kind]?.(n) ?? '');
        });
        before.push({ entry: await lastEntry(db), state: await present(db) });
      }
      const now = await present(db);
      for (const { entry, state } of before) expect(await walkBack(db, now, entry)).toEqual(state);
    }),
    { numRuns: 12, seed: 20261124 },
  );
});

test('a change tells author, channel and summary; one for each transaction', async () => {
  const count = await changes();
  await db.change({ channel: 'ui', userId: 3, summary: 'Renamed' }, async (tx) => {
    await tx.execute(`update genres set name = name || '~' where id = 1`);
    await tx.execute(`update genres set name = name || '~' where id = 2`);
  });
  expect(await changes()).toBe(count + 1);
  expect(
    await one(
      sql`select (select json_build_array(channel, user_id, summary) from changes order by id desc limit 1) as j`,
    ),
  ).toEqual(['ui', 3, 'Renamed']);
});

test('a write that nobody announced is channel sql', async () => {
  await db.unlogged(sql`update genres set name = name || '-' where id = 3`);
  expect(await one(sql`select (select channel from changes order by id desc limit 1)::text as j`)).toBe(
    'sql',
  );
});

test('a transaction that changes nothing, or is rolled back, leaves no change and moves no revision', async () => {
  const was = [await changes(), await revision()];
  await db.change({ channel: 'ui' }, (tx) => tx.execute('update movies set title = title where id < 0'));
  await db.change({ channel: 'ui' }, (tx) => tx.execute('update genres set name = name where id = 4'));
  const failed = db.change({ channel: 'ui' }, async (tx) => {
    await tx.execute(`update genres set name = 'Gone' where id = 4`);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect([await changes(), await revision()]).toEqual(was);
});

test('the revision moves once per transaction for the catalog, and not for hearts and accounts', async () => {
  const was = await revision();
  await db.change({ channel: 'ui' }, (tx) => tx.execute(`update users set first_name = 'Eva' where id = 1`));
  await db.change({ channel: 'ui' }, (tx) =>
    tx.execute('insert into favorite_movies select u.id, m.id from users u, movies m on conflict do nothing'),
  );
  expect(await revision()).toBe(was);
  await db.change({ channel: 'ui' }, async (tx) => {
    await tx.execute(`insert into genres (name) values ('Heist')`);
    await tx.execute(`insert into genres (name) values ('Western')`);
  });
  expect(await revision()).toBe(was + 1);
});

test('password hashes are never recorded, and a deleted account leaves only its key', async () => {
  await db.change({ channel: 'ui' }, async (tx) => {
    await tx.execute(
      `update users set password_hash = 'secret-hash-x', email = 'other@example.org' where id = 2`,
    );
    await tx.execute('delete from users where id = 2');
  });
  const log = await one<string>(sql`select (select string_agg(rows::text, ' ') from change_entries) as j`);
  expect(log).not.toContain('secret-hash');
  const left = await one<
    object[]
  >(sql`select (select json_agg(r) from change_entries e, jsonb_array_elements(rows) r
    where table_name = 'users' and r ->> 'id' = '2') as j`);
  for (const row of left) expect(row).toEqual({ id: 2 });
});

test('TRUNCATE is refused', async () => {
  await expect(db.unlogged(sql`truncate movies cascade`)).rejects.toThrow('TRUNCATE');
});

test('one entry holds at most 500 rows', async () => {
  const entry = await lastEntry(db);
  await db.change({ channel: 'import' }, (tx) =>
    tx.execute(`insert into persons (last_name) select 'Many' from generate_series(1, 10000)`),
  );
  const sizes = await one<number[]>(
    sql`select (select json_agg(jsonb_array_length(rows)) from change_entries where id > ${entry}) as j`,
  );
  expect(sizes).toEqual(Array.from({ length: 20 }, () => 500));
});

test('hearts are counted through every write path', async () => {
  const wrong = sql`select (select count(*)::int from movies m left join movie_counters c on c.movie_id = m.id
    where c.favorites is distinct from (select count(*) from favorite_movies f where f.movie_id = m.id)) as j`;
  expect(await one(wrong)).toBe(0);
});

test('listeners are told, and not at every commit', async () => {
  const listener = new pg.Client({ connectionString: db.url });
  await listener.connect();
  let heard = 0;
  listener.on('notification', () => {
    heard += 1;
  });
  await listener.query('listen catalog');
  for (let n = 0; n < 60; n += 1)
    await db.unlogged(sql`update genres set name = ${`Quick ${n}`} where id = 5`);
  await listener.query('select 1');
  await listener.end();
  expect(heard).toBeGreaterThan(0);
  expect(heard).toBeLessThan(60);
});

test('a higher revision is never seen before a lower one', async () => {
  const seen: number[] = [];
  let writing = true;
  const watch = (async () => {
    while (writing) seen.push(await revision());
  })();
  await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      db.unlogged(sql`insert into genres (name) values (${`Parallel ${n}`})`),
    ),
  );
  writing = false;
  await watch;
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
