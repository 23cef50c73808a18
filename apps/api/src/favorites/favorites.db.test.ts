import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const { rows, db } = api;

/** How many rows there are for a film, and how many its counter says. */
const kept = (movieId: number) =>
  db.read<{ rows: number; counter: number }>(sql`select json_build_object(
    'rows', (select count(*) from favorite_movies where movie_id = ${movieId}),
    'counter', (select favorites from movie_counters where movie_id = ${movieId})) as j`);

describe('a favorite', () => {
  it('is kept once, and let go once, however often it is said', async () => {
    const { id: movieId } = await rows.movie();
    const { favorites, movies } = api.as('visitor');
    for (const _ of [1, 2]) expect(await favorites.add({ movieId })).toEqual({ favorite: true });
    expect(await kept(movieId)).toEqual({ rows: 1, counter: 1 });
    expect((await favorites.ids()).ids).toContain(movieId);
    expect((await movies.get({ id: movieId })).item.favorites).toBe(1);
    for (const _ of [1, 2]) expect(await favorites.remove({ movieId })).toEqual({ favorite: false });
    expect(await kept(movieId)).toEqual({ rows: 0, counter: 0 });
    expect((await favorites.ids()).ids).not.toContain(movieId);
  });

  it('is a film that there is', async () => {
    expect(await api.call('visitor', 'favorites.add', { movieId: 999_999 })).toMatchObject({ status: 404 });
    expect(await api.call('visitor', 'favorites.remove', { movieId: 999_999 })).toMatchObject({
      status: 200,
    });
  });

  it('is nobody else’s to keep or to see', async () => {
    const { id: movieId } = await rows.movie();
    await api.as('other').favorites.add({ movieId });
    const input = { movieId, userId: api.viewer('other').id };
    const refused = { status: 400, fields: { userId: expect.any(String) } };
    expect(await api.call('visitor', 'favorites.add', input)).toMatchObject(refused);
    expect(await api.call('visitor', 'favorites.remove', input)).toMatchObject(refused);
    await api.as('visitor').favorites.remove({ movieId });
    expect((await api.as('visitor').favorites.ids()).ids).not.toContain(movieId);
    expect((await api.as('other').favorites.ids()).ids).toContain(movieId);
  });

  it('survives fifty that toggle it at once', async () => {
    const { id: movieId } = await rows.movie();
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) => {
          const actor = n % 3 ? 'visitor' : 'other';
          return api.call(actor, n % 2 ? 'favorites.add' : 'favorites.remove', { movieId });
        }),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
      const { rows, counter } = await kept(movieId);
      expect(rows).toBeLessThanOrEqual(2);
      expect(counter).toBe(rows);
    }
    const all = (procedure: 'add' | 'remove') =>
      Promise.all(
        Array.from({ length: 50 }, () => api.call('visitor', `favorites.${procedure}`, { movieId })),
      );
    await api.as('other').favorites.remove({ movieId });
    await all('add');
    expect(await kept(movieId)).toEqual({ rows: 1, counter: 1 });
    await all('remove');
    expect(await kept(movieId)).toEqual({ rows: 0, counter: 0 });
  });

  it('goes with its film and with its account', async () => {
    const [movie, user] = [await rows.movie(), await rows.user()];
    await rows.favorite(user, movie);
    await api.as('admin').admin.users.remove({ ids: [user.id] });
    expect(await kept(movie.id)).toEqual({ rows: 0, counter: 0 });
    await api.as('visitor').favorites.add({ movieId: movie.id });
    await api.as('admin').admin.movies.remove({ ids: [movie.id] });
    expect(await kept(movie.id)).toEqual({ rows: 0, counter: null });
  });
});

describe('the list', () => {
  it('gives each film once, the last kept first, page by page', async () => {
    const { favorites } = api.as('editor');
    const ids: number[] = [];
    for (let made = 0; made < 7; made += 1) {
      const { id: movieId } = await rows.movie({ title: `Kept ${made}` });
      await favorites.add({ movieId });
      ids.unshift(movieId);
    }
    const listed: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await favorites.list({ limit: 3, cursor });
      expect(page.total).toEqual({ value: 7, exact: true });
      listed.push(...page.items.map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(listed).toEqual(ids);
    expect((await favorites.list({ q: 'kept 3' })).items.map(({ title }) => title)).toEqual(['Kept 3']);
  });
});
