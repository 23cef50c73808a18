import { AFTER_Z, BEFORE_A } from '@cinematheque/shared/letters';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const { rows } = api;
const { movies, persons, directors } = api.as('anon');

const [france, noir, crime] = [
  await rows.country({ name: 'France' }),
  await rows.genre({ name: 'Noir' }),
  await rows.genre({ name: 'Crime' }),
];
const carne = await rows.director({ firstName: 'Marcel', lastName: 'Carné' });
const people = await Promise.all(Array.from({ length: 4 }, () => rows.person()));
const cast = (...places: number[]) =>
  places.flatMap((place) => people[place] ?? []).map((person) => ({ person }));
const film = (title: string, given: Parameters<typeof rows.movie>[0] = {}) => rows.movie({ title, ...given });
const fifties = { country: france, releaseDate: '1953-04-22' };
const quai = await film('Quai', { ...fifties, director: carne, cast: cast(0, 1, 2), genres: [noir, crime] });

describe('movies.related', () => {
  it('gives each with its reason, the most alike first', async () => {
    const both = await film('Both', { director: carne, cast: cast(0) });
    const director = await film('Director', { director: carne, releaseDate: '1953-01-01' });
    const trio = await film('Trio', { cast: cast(2, 0, 1, 3) });
    const one = await film('One', { cast: cast(1), releaseDate: '1999-01-01' });
    const alike = await film('Alike', { ...fifties, releaseDate: '1958-01-01', genres: [crime, noir] });
    const genre = await film('Genre', { genres: [crime], releaseDate: '1981-01-01' });
    await film('Nothing in common', { releaseDate: '1953-04-22' });
    const related = async (limit?: number) =>
      (await movies.related({ id: quai.id, limit })).items.map(({ id, reason }) => [id, reason]);
    expect(await related()).toEqual([
      [both.id, 'same director, 1 actor in common'],
      [trio.id, '3 actors in common'],
      [director.id, 'same director'],
      [alike.id, 'Noir, Crime, France, 1950s'],
      [one.id, '1 actor in common'],
      [genre.id, 'Crime'],
    ]);
    expect(await related(2)).toHaveLength(2);
  });

  it('gives six of them and never the film itself; none where nothing is known', async () => {
    for (let n = 0; n < 8; n += 1) await film(`Of the time ${n}`, { ...fifties, genres: [noir] });
    const { items } = await movies.related({ id: quai.id });
    expect(items).toHaveLength(6);
    expect(items.map(({ id }) => id)).not.toContain(quai.id);
    const bare = await film('Bare');
    expect(await movies.related({ id: bare.id })).toEqual({ items: [] });
  });
});

describe('movies.random', () => {
  it('gives one of the films of a filter, another each time', async () => {
    const fitting = (await movies.list({ genres: [noir.id], limit: 100 })).items.map(({ id }) => id);
    const drawn = new Set<number | undefined>();
    for (let n = 0; n < 40; n += 1) {
      const { item } = await movies.random({ genres: [noir.id], except: quai.id });
      drawn.add(item?.id);
    }
    expect(drawn.size).toBeGreaterThan(2);
    expect(drawn).not.toContain(quai.id);
    for (const id of drawn) expect(fitting).toContain(id);
    expect(await movies.random({ q: 'no such film' })).toEqual({ item: null });
  });

  it('is kept by nobody on the way', async () => {
    const answer = await api.call('anon', 'movies.random', {});
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('the letters of a list', () => {
  it.each(['persons', 'directors'] as const)('%s: lead to where the list by name has them', async (kind) => {
    for (const lastName of ['1st', 'Ábel', 'abel', 'Zola', 'Łuk', 'Иван', '映画'])
      await (kind === 'persons' ? rows.person : rows.director)({ firstName: null, lastName });
    const list = (cursor?: string) =>
      api.call('anon', `${kind}.list`, { sort: 'name', limit: 100, ...(cursor !== undefined && { cursor }) });
    const { items } = await (kind === 'persons' ? persons : directors).letters();
    const whole = await namesIn(list());
    expect(items.map(({ letter }) => letter)).toEqual([BEFORE_A, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', AFTER_Z]);
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length);
    for (const [place, { cursor }] of items.entries()) {
      const before = items.slice(0, place).reduce((sum, { count }) => sum + count, 0);
      expect(await namesIn(list(cursor))).toEqual(whole.slice(before));
    }
    const found = await (kind === 'persons' ? persons : directors).letters({ q: 'abel' });
    expect(found.items.filter(({ count }) => count)).toMatchObject([{ letter: 'A', count: 2 }]);
  });

  it('of films pass over articles, and obey the filter', async () => {
    for (const title of ['The Zone', 'A Zebra', 'Zoo', '8½', '…']) await film(title, { genres: [crime] });
    const { items } = await movies.letters({ genres: [crime.id], q: 'zo' });
    expect(items.filter(({ count }) => count)).toMatchObject([{ letter: 'Z', count: 2 }]);
    const all = (await movies.letters({ genres: [crime.id] })).items;
    expect(all.find(({ letter }) => letter === BEFORE_A)?.count).toBe(2);
    const from = all.find(({ letter }) => letter === 'Z')?.cursor;
    const list = await movies.list({ genres: [crime.id], sort: 'title', cursor: from });
    expect(list.items.map(({ title }) => title)).toEqual(['A Zebra', 'The Zone', 'Zoo']);
  });
});

describe('a merged record', () => {
  const redirect = (entity: string, from: number, to: number) =>
    api.db.unlogged(sql`insert into redirects (entity, from_id, to_id) values (${entity}, ${from}, ${to})`);

  it.each(['movies', 'persons', 'directors', 'genres', 'countries', 'characters'])(
    '%s: tells where it went, through several merges',
    async (entity) => {
      await redirect(entity, 900_001, 900_002);
      await redirect(entity, 900_002, quai.id);
      const answer = await api.call('anon', `${entity}.get`, { id: 900_001 });
      expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND', error: { movedTo: quai.id } });
      expect((await api.call('anon', `${entity}.get`, { id: 900_003 })).error).not.toHaveProperty('movedTo');
    },
  );

  it('goes round in no circle, and is asked for only when nobody has the id', async () => {
    await redirect('movies', 900_010, 900_011);
    await redirect('movies', 900_011, 900_010);
    expect((await api.call('anon', 'movies.get', { id: 900_010 })).status).toBe(404);
    await redirect('movies', quai.id, 900_001);
    expect((await movies.get({ id: quai.id })).item.title).toBe('Quai');
    expect(await api.call('anon', 'movies.related', { id: 900_001 })).toMatchObject({
      status: 404,
      error: { movedTo: quai.id },
    });
  });
});

const namesIn = async (answer: Promise<{ data: unknown }>): Promise<unknown[]> => {
  const { data } = await answer;
  const items: unknown = typeof data === 'object' && data !== null && 'items' in data ? data.items : [];
  return Array.isArray(items) ? items : [];
};
