import { type FavoriteListInput, favoriteSorts } from '@cinematheque/shared/favorite';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readFacets } from '../movie-facets.ts';
import { testApi } from '../testing/api.ts';
import { listFavorites } from './list.ts';

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

  it('S11, S12: is nobody else’s to keep or to see', async () => {
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

  it('R16: survives fifty that toggle it at once', async () => {
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

describe('V14: the list', () => {
  it('is filtered like all films, and holds one’s own only', async () => {
    const user = await rows.user();
    const [drama, western] = [await rows.genre(), await rows.genre()];
    const film = (title: string, more: Parameters<typeof rows.movie>[0]) => rows.movie({ title, ...more });
    const kept = [
      await film('Alpha', { genres: [drama], releaseDate: '1941-05-01', durationMinutes: 90 }),
      await film('Beta', { genres: [drama, western], releaseDate: '1955-01-01', durationMinutes: 120 }),
      await film('Gamma', { genres: [western], releaseDate: '1959-12-31', durationMinutes: 60 }),
    ];
    await film('Delta', { genres: [drama], releaseDate: '1950-01-01' });
    for (const movie of kept) await rows.favorite(user, movie);
    const titles = async (input: FavoriteListInput) => {
      const { items, total } = await listFavorites(db, user.id, input);
      expect(total).toEqual({ value: items.length, exact: true });
      return items.map(({ title }) => title);
    };
    expect(await titles({ genres: [drama.id], sort: 'title' })).toEqual(['Alpha', 'Beta']);
    expect(await titles({ genres: [drama.id, western.id], match: 'all' })).toEqual(['Beta']);
    expect(await titles({ excludeGenres: [western.id] })).toEqual(['Alpha']);
    expect(await titles({ decades: [1950], sort: 'oldest' })).toEqual(['Beta', 'Gamma']);
    expect(await titles({ minutesTo: 90, sort: 'shortest' })).toEqual(['Gamma', 'Alpha']);
    const { genres } = await readFacets(db, { keptBy: user.id });
    const counts = Object.fromEntries(genres.map(({ id, count }) => [id, count]));
    expect([counts[drama.id], counts[western.id]]).toEqual([2, 2]);
  });

  it.each(favoriteSorts)('gives every film once in the order %s, page by page', async (sort) => {
    const { favorites } = api.as('editor');
    const listed: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await favorites.list({ sort, limit: 2, cursor });
      listed.push(...page.items.map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    const all = (await favorites.ids()).ids;
    expect(all.length).toBeGreaterThan(2);
    expect(listed.toSorted()).toEqual(all.toSorted());
  });
});

it('V14: what was let go comes back to its old place', async () => {
  const { favorites } = api.as('other');
  const ids = (await favorites.list({ limit: 100 })).items.map(({ id }) => id);
  for (let made = 0; made < 4; made += 1) {
    const { id: movieId } = await rows.movie();
    await favorites.add({ movieId });
    ids.unshift(movieId);
  }
  const order = async () => (await favorites.list({ limit: 100 })).items.map(({ id }) => id);
  const gone = [ids[1] ?? 0, ids[3] ?? 0];
  const { removed } = await favorites.removeMany({ movieIds: [...gone, 999_999] });
  expect(removed.map(({ movieId }) => movieId).sort()).toEqual(gone.toSorted());
  expect(await order()).toEqual(ids.filter((id) => !gone.includes(id)));
  expect(await favorites.restore({ films: removed })).toEqual({ restored: 2 });
  expect(await favorites.restore({ films: removed })).toEqual({ restored: 0 });
  expect(await order()).toEqual(ids);
  const later = removed.map((film) => ({ ...film, keptAt: '2999-01-01T00:00:00.000Z' }));
  await favorites.removeMany({ movieIds: gone });
  await favorites.restore({ films: later });
  expect(await db.read(sql`select bool_and(created_at <= now()) as j from favorite_movies`)).toBe(true);
});
