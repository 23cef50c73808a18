import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { empty, fill } from './testing/fill.ts';
import { make } from './testing/make.ts';
import { loggedTables, openHistory } from './testing/walk-back.ts';

const db = await testDatabase();
const rows = make(db);
const history = await openHistory(db);
const tables = await loggedTables(db);

interface Entry {
  table: string;
  operation: string;
  rows: Record<string, unknown>[];
  records: number[] | null;
  movies: number[] | null;
}

const entriesSince = (entry: number) =>
  db.read<
    Entry[]
  >(sql`select coalesce(jsonb_agg(jsonb_build_object('table', table_name, 'operation', operation,
    'rows', rows, 'records', record_ids, 'movies', movie_ids) order by id), '[]') as j
    from change_entries where id > ${entry}`);

const changes = () =>
  db.read<object[]>(sql`select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'user', user_id,
    'summary', summary) order by id), '[]') as j from changes`);

describe('a change', () => {
  test('tells who wrote, through what, and what for; it is one for each transaction', async () => {
    const [one, two] = [await rows.genre(), await rows.genre()];
    const before = await changes();
    await db.change({ channel: 'import', userId: 3, summary: 'Renamed' }, async (tx) => {
      await tx.execute(`update genres set name = name || '!' where id = ?`, [one.id]);
      await tx.execute(`update genres set name = name || '!' where id = ?`, [two.id]);
    });
    expect((await changes()).slice(before.length)).toEqual([
      { channel: 'import', user: 3, summary: 'Renamed' },
    ]);
  });

  test('of nobody that said so is of the channel sql, after others on the same connection too', async () => {
    const single = await testDatabase({ poolSize: 1 });
    await single.change({ channel: 'ui', userId: 3 }, (tx) =>
      tx.execute(`insert into genres (name) values ('Crime')`),
    );
    await single.unlogged(sql`update genres set name = 'Film noir'`);
    expect(
      await single.read(
        sql`select jsonb_agg(jsonb_build_array(channel, user_id) order by id) as j from changes`,
      ),
    ).toEqual([
      ['ui', 3],
      ['sql', null],
    ]);
  });

  test('that changes nothing is none', async () => {
    await fill(db);
    const before = await changes();
    const state = await history.present();
    for (const { table, keys } of tables) {
      await db.unlogged(
        sql`update ${sql.table(table)} set ${sql.ref(keys[0] ?? '')} = ${sql.ref(keys[0] ?? '')}`,
      );
      await db.unlogged(sql`delete from ${sql.table(table)} where false`);
    }
    expect(await history.present()).toEqual(state);
    expect(await changes()).toEqual(before);
  });
});

describe('an entry', () => {
  test('holds at most 500 rows of a statement', async () => {
    const sizes = async (statement: string) => {
      const entry = await history.lastEntry();
      await db.change({ channel: 'import' }, (tx) => tx.execute(statement));
      return (await entriesSince(entry)).map((e) => e.rows.length);
    };
    const many = Array.from({ length: 20 }, () => 500);
    expect(
      await sizes(`insert into genres (name) select 'Extra ' || n from generate_series(1, 10000) n`),
    ).toEqual(many);
    expect(await sizes(`update genres set name = name || '!' where name like 'Extra %'`)).toEqual(many);
    expect(await sizes(`delete from genres where name like 'Extra %'`)).toEqual(many);
  });

  test('of an update holds the old values of what changed, and nothing else', async () => {
    const { id, title } = await rows.movie({ budget: 5 });
    const entry = await history.lastEntry();
    await db.unlogged(sql`update movies set title = 'Vertigo', budget = 5 where id = ${id}`);
    expect(await entriesSince(entry)).toEqual([
      {
        table: 'movies',
        operation: 'update',
        rows: [{ id, title, updated_at: expect.any(String) }],
        records: [id],
        movies: null,
      },
    ]);
  });

  test('of a film’s genres and cast names the film; of a character that moves, both films', async () => {
    const [one, two, person, genre] = [
      await rows.movie(),
      await rows.movie(),
      await rows.person(),
      await rows.genre(),
    ];
    const { id } = await rows.character({ movieId: one.id, personId: person.id });
    const entry = await history.lastEntry();
    await db.unlogged(sql`insert into movie_genres (movie_id, genre_id) values (${one.id}, ${genre.id})`);
    await db.unlogged(sql`insert into movie_persons (movie_id, person_id) values (${two.id}, ${person.id})`);
    await db.unlogged(sql`update characters set movie_id = ${two.id} where id = ${id}`);
    expect((await entriesSince(entry)).map((e) => [e.table, e.records, e.movies])).toEqual([
      ['movie_genres', null, [one.id]],
      ['movie_persons', null, [two.id]],
      ['characters', [id], [one.id, two.id]],
    ]);
  });

  test('writes instants in UTC, wherever the writer is', async () => {
    const { id } = await rows.genre();
    const [{ createdAt }] = await db.read<[{ createdAt: string }]>(
      sql`select jsonb_build_array(jsonb_build_object('createdAt', created_at)) as j from genres where id = ${id}`,
    );
    const entry = await history.lastEntry();
    await db.change({ channel: 'cli' }, async (tx) => {
      await tx.execute(`set local timezone to 'Asia/Kolkata'`);
      await tx.execute('delete from genres where id = ?', [id]);
      expect((await tx.execute<{ z: string }[]>(`select current_setting('timezone') as z`))[0]?.z).toBe(
        'Asia/Kolkata',
      );
    });
    expect((await entriesSince(entry))[0]?.rows[0]?.created_at).toBe(createdAt);
  });
});

describe('people’s data', () => {
  test('S93: never has a password’s hash in the log', async () => {
    const { id } = await rows.user({ passwordHash: 'hash-one' });
    await db.unlogged(sql`update users set password_hash = 'hash-two', first_name = 'Ana' where id = ${id}`);
    await db.unlogged(sql`insert into users (id, username, email, password_hash) values (${id}, 'x', 'x@y.z', 'hash-three')
      on conflict (id) do update set password_hash = excluded.password_hash, username = 'eva'`);
    await db.unlogged(sql`update users set id = ${id + 1000} where id = ${id}`);
    await db.unlogged(sql`delete from users where id = ${id + 1000}`);
    expect(await db.read(sql`select string_agg(e::text, '') as j from change_entries e`)).not.toContain(
      'hash-',
    );
  });

  test('goes from the log with the account, whose key stays; others keep theirs', async () => {
    const entry = await history.lastEntry();
    const [gone, stays] = [await rows.user({ firstName: 'Ana' }), await rows.user({ firstName: 'Eva' })];
    const both = sql`id in (${gone.id}, ${stays.id})`;
    await db.unlogged(sql`update users set email = 'new' || email, first_name = 'Iva' where ${both}`);
    await db.unlogged(sql`delete from users where id = ${gone.id}`);
    const found = (await entriesSince(entry)).flatMap((e) =>
      e.rows.map((row) => ({ operation: e.operation, row })),
    );
    expect(found.filter(({ row }) => row.id === gone.id)).toEqual([
      { operation: 'insert', row: { id: gone.id } },
      { operation: 'update', row: { id: gone.id } },
      { operation: 'delete', row: { id: gone.id } },
    ]);
    expect(
      found.find(({ operation, row }) => operation === 'update' && row.id === stays.id)?.row,
    ).toMatchObject({
      first_name: 'Eva',
      email: stays.email,
    });
  });
});

test('every entity’s table has all of its triggers', async () => {
  const triggers = await db.read<Record<string, string[]>>(sql`
    select jsonb_object_agg(name, triggers) as j from (
      select tgrelid::regclass::text, jsonb_agg(tgname order by tgname) from pg_trigger
      where tgname in ('log_insert', 'log_update', 'log_delete', 'no_truncate', 'touch') and tgenabled = 'O'
      group by tgrelid) t (name, triggers)`);
  const own = db.orm.getMetadata().getAll().values();
  expect(triggers).toEqual(
    Object.fromEntries(
      [...own].map(({ tableName }) => [
        tableName,
        ['log_delete', 'log_insert', 'log_update', 'no_truncate', 'touch'],
      ]),
    ),
  );
});

test('TRUNCATE is refused', async () => {
  await expect(db.unlogged(sql`truncate movies cascade`)).rejects.toThrow(
    'TRUNCATE would pass by the change log',
  );
});

test('updated_at moves with every write, and nobody can hold it back', async () => {
  await empty(db);
  await fill(db);
  const times = async (table: string) =>
    db.read<string[]>(sql`select jsonb_agg(updated_at order by created_at) as j from ${sql.table(table)}`);
  for (const { table } of tables) {
    const before = await times(table);
    await setTimeout(2);
    await db.unlogged(
      sql`update ${sql.table(table)} set created_at = created_at - interval '1 day', updated_at = '2000-01-01'`,
    );
    for (const [place, time] of (await times(table)).entries())
      expect(Date.parse(time), table).toBeGreaterThan(Date.parse(before[place] ?? ''));
  }
});

test('two transactions that overlap are walked back in the order of their writes', async () => {
  const { id } = await rows.genre({ name: 'First' });
  const [entry, state] = [await history.lastEntry(), await history.present()];
  const [one, two] = [
    new pg.Client({ connectionString: db.url }),
    new pg.Client({ connectionString: db.url }),
  ];
  await Promise.all([one.connect(), two.connect()]);
  // The one begins its change first and writes this row last.
  await one.query(`begin; insert into genres (name) values ('Other')`);
  await two.query('begin');
  await two.query(`update genres set name = 'Second' where id = $1`, [id]);
  const waits = one.query(`update genres set name = 'Third' where id = $1`, [id]);
  await two.query('commit');
  await waits;
  await one.query('commit');
  await Promise.all([one.end(), two.end()]);
  expect(await history.walkBack(await history.present(), entry)).toEqual(state);
});
