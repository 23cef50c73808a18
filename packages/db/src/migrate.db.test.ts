import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';
import { emptyDatabase } from './testing/database.ts';

test('five servers that start at once apply each migration once', async () => {
  const { url } = await emptyDatabase();
  const servers = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url })));
  const done = await Promise.all(servers.map((db) => db.migrate()));
  await Promise.all(servers.map((db) => db.close()));
  expect(done.filter((names) => names.length).length).toBe(1);
  expect(done.flat()).toHaveLength(migrations.length);
});

/** Rows that the catalog's first tables hold before the later migrations come. */
const rows = [
  `insert into genres (name) values ('Drama')`,
  `insert into persons (last_name) values ('Gabin')`,
  `insert into movies (title) values ('Pépé le Moko'), ('La Grande Illusion')`,
  'insert into movie_genres (movie_id, genre_id) select id, 1 from movies',
  'insert into movie_persons (movie_id, person_id) select id, 1 from movies',
  `insert into characters (name, movie_id, person_id) values ('Pépé', 1, 1)`,
];
const accounts = [
  `insert into users (username, email, password_hash) values ('ana', 'ana@example.org', 'x')`,
  'insert into favorite_movies (user_id, movie_id) values (1, 1)',
];

test('each migration goes forward on the state before it with rows in it', async () => {
  const db = await emptyDatabase();
  for (const { name } of migrations.map((Migration) => ({ name: Migration.name }))) {
    await db.orm.migrator.up({
      to: name.replace(/^Migration(\d{4})(.*)$/, (_, number, rest) => `${number}${dashed(rest)}`),
    });
    const statements = name.includes('Catalog') ? rows : name.includes('Accounts') ? accounts : [];
    for (const statement of statements) await db.unlogged(sql.raw(statement));
  }
  expect(await db.migrate()).toEqual([]);
  expect(
    await db.read(sql`select (select json_agg(c order by c.movie_id) from movie_counters c) as j`),
  ).toEqual([
    { movie_id: 1, favorites: 1 },
    { movie_id: 2, favorites: 0 },
  ]);
  expect(await db.read(sql`select (select count(*)::int from movies) as j`)).toBe(2);
});

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
