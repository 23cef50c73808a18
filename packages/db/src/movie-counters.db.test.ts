import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { make } from './testing/make.ts';

const db = await testDatabase();
const rows = make(db);

const counted = () => db.read(sql`select jsonb_agg(favorites order by movie_id) as j from movie_counters`);

test('count the favorites of every film, whatever they come and go by', async () => {
  const [one, two, three] = [await rows.movie(), await rows.movie(), await rows.movie()];
  const [ana, eva] = [await rows.user(), await rows.user()];
  expect(await counted()).toEqual([0, 0, 0]);

  await db.unlogged(
    sql`insert into favorite_movies (user_id, movie_id) select u.id, m.id from users u, movies m`,
  );
  expect(await counted()).toEqual([2, 2, 2]);
  await db.unlogged(
    sql`insert into favorite_movies (user_id, movie_id) values (${ana.id}, ${one.id}) on conflict do nothing`,
  );
  expect(await counted()).toEqual([2, 2, 2]);
  await db.unlogged(
    sql`delete from favorite_movies where movie_id in (${one.id}, ${two.id}) and user_id = ${ana.id}`,
  );
  expect(await counted()).toEqual([1, 1, 2]);
  await db.unlogged(sql`update favorite_movies set movie_id = ${one.id} where user_id = ${ana.id}`);
  expect(await counted()).toEqual([2, 1, 1]);
  await db.unlogged(sql`delete from movies where id = ${three.id}`);
  expect(await counted()).toEqual([2, 1]);
  await db.unlogged(sql`delete from users where id = ${eva.id}`);
  expect(await counted()).toEqual([1, 0]);
});

test('are no part of the log: a heart does not rewrite the film', async () => {
  const [film, user] = [await rows.movie(), await rows.user()];
  const version = () => db.read(sql`select to_jsonb(xmin::text) as j from movies where id = ${film.id}`);
  const before = await version();
  await rows.favorite(user, film);
  expect(await version()).toEqual(before);
});
