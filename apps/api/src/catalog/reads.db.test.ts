import { isPublicPath } from '@cinematheque/shared/public-path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { procedures } from '../procedures.ts';
import { createCaller } from '../router.ts';
import { testApi } from '../testing/api.ts';
import { inputsOf } from '../testing/inputs.ts';
import { countStatements } from '../testing/statements.ts';

const api = await testApi();
const { rows } = api;
const anon = api.as('anon');
const reads = procedures.filter(({ path }) => isPublicPath(path));
const inputs = inputsOf(api);
const asked = await countStatements(api.db);

/** A film in which everything is filled, with a person who also directs. */
const [france, crime, drama] = [
  await rows.country({ name: 'France', isoCode: 'FR' }),
  await rows.genre({ name: 'Crime' }),
  await rows.genre({ name: 'Drama' }),
];
const file = () => rows.file();
const gabin = await rows.person({
  ...{ firstName: 'Jean', lastName: 'Gabin', dateOfBirth: '1904-05-17', gender: 'male' },
  ...{ biography: 'An actor.', countryId: france.id, primaryPhotoFileId: (await file()).id },
  additionalImages: [
    { fileId: (await file()).id, caption: 'Second' },
    { fileId: (await file()).id, caption: null },
  ],
});
const namesake = await rows.person({ firstName: 'JEAN', lastName: 'Gabin' });
const [simon, brasseur] = [await rows.person({ lastName: 'Simon' }), await rows.person()];
const director = await rows.director({
  ...{ firstName: 'Jean', lastName: 'Gabin', personId: gabin.id, photoFileId: (await file()).id },
});
const film = await rows.movie({
  ...{ title: 'Le Quai des brumes', description: 'A deserter.', budget: 3_000_000, durationMinutes: 91 },
  ...{ releaseDate: '1938-05-18', country: france, director, poster: await file(), genres: [drama, crime] },
  cast: [
    { person: simon, characters: ['Zabel', 'A voice'] },
    { person: gabin, characters: ['Jean'] },
    { person: brasseur },
  ],
});
const bare = await rows.movie({ title: 'Untitled', cast: [{ person: gabin }, { person: simon }] });
beforeAll(() => rows.favorite(api.viewer('visitor'), film));

describe.each(reads)('$path', ({ path }) => {
  it('asks the database once', async () => {
    const input = await inputs.get(path)?.();
    asked();
    expect(await api.call('anon', path, input)).toMatchObject({ status: 200 });
    expect(asked()).toBe(1);
  });

  it('reads nothing that does not go out', async () => {
    const read: unknown[] = [];
    const db = {
      ...api.db,
      read: async <T>(statement: Parameters<typeof api.db.read>[0]): Promise<T> => {
        const raw = await api.db.read<T>(statement);
        read.push(structuredClone(raw));
        return raw;
      },
    };
    const services = {
      ...api.services,
      db,
      viewer: null,
      sessionId: null,
      caller: { address: '', userAgent: null },
      requestId: '',
      batched: false,
    };
    const caller = createCaller({ ...services, audit: () => {}, setHeader: () => {} });
    const answer: unknown = await procedureIn(caller, path)(await inputs.get(path)?.());
    const [out, raw] = [rowsOf(answer), rowsOf(read[0])];
    // Of a list one row more is read, to see whether there is another page.
    expect(Array.isArray(out) && Array.isArray(raw) ? raw.slice(0, out.length) : raw).toEqual(out);
  });

  it('writes instants and days as the contract says', async () => {
    const { data } = await api.call('anon', path, await inputs.get(path)?.());
    for (const [key, value] of textsOf(data)) {
      if (key.endsWith('At')) expect(value, key).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      if (/date/i.test(key) && !key.endsWith('Precision')) expect(value, key).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

it('has a film with its cast in billing order and its genres in theirs', async () => {
  const { item } = await anon.movies.get({ id: film.id });
  expect(item).toMatchObject({
    ...{ title: 'Le Quai des brumes', releaseDate: '1938-05-18', durationMinutes: 91, budget: 3_000_000 },
    ...{
      description: 'A deserter.',
      country: { name: 'France' },
      director: { lastName: 'Gabin' },
      favorites: 1,
    },
  });
  expect(item.genres.map(({ name }) => name)).toEqual(['Drama', 'Crime']);
  expect(item.poster).toMatchObject({ url: expect.stringMatching(/^\/files\//), width: 600, height: 900 });
  expect(item.cast.map(({ person, characters }) => [person.id, characters.map(({ name }) => name)])).toEqual([
    [simon.id, ['Zabel', 'A voice']],
    [gabin.id, ['Jean']],
    [brasseur.id, []],
  ]);
});

it('has a film of which nothing is known', async () => {
  const { item } = await anon.movies.get({ id: bare.id });
  expect(item).toMatchObject({
    ...{ description: null, releaseDate: null, durationMinutes: null, budget: null, director: null },
    ...{ country: null, genres: [], poster: null, favorites: 0 },
  });
});

it('has a person in both jobs, with pictures, namesakes and co-workers', async () => {
  const { item } = await anon.persons.get({ id: gabin.id });
  expect(item).toMatchObject({ gender: 'male', dateOfBirth: '1904-05-17', director: { id: director.id } });
  expect(
    item.acting.map(({ movie, characters }) => [movie.title, characters.map(({ name }) => name)]),
  ).toEqual([
    ['Untitled', []],
    ['Le Quai des brumes', ['Jean']],
  ]);
  expect(item.directing.map(({ id }) => id)).toEqual([film.id]);
  expect(item.namesakes.map(({ id }) => id)).toEqual([namesake.id]);
  expect(item.coworkers.map(({ id, movies }) => [id, movies])).toEqual([[simon.id, 2]]);
  expect(item.images.map(({ caption }) => caption)).toEqual(['Second', null]);
  const other = await anon.persons.get({ id: namesake.id });
  expect(other.item).toMatchObject({ director: null, directing: [], acting: [] });
});

it('has a director with his films and the person he is', async () => {
  const { item } = await anon.directors.get({ id: director.id });
  expect(item).toMatchObject({ lastName: 'Gabin', personId: gabin.id, movies: [{ id: film.id }] });
});

it('has a character with others of the same name', async () => {
  const again = await rows.character({ movieId: bare.id, personId: simon.id, name: 'JEAN' });
  const { item } = await anon.characters.get({ id: again.id });
  expect(item.others).toMatchObject([{ name: 'Jean', movie: { id: film.id }, person: { id: gabin.id } }]);
});

it('counts the films of a genre and of a country', async () => {
  expect(await anon.genres.get({ id: crime.id })).toMatchObject({ item: { name: 'Crime', movies: 1 } });
  expect(await anon.countries.get({ id: france.id })).toMatchObject({ item: { isoCode: 'FR', movies: 1 } });
});

it.each(reads.filter(({ path }) => path.endsWith('.get')))(
  '$path: says so when there is none',
  async ({ path }) => {
    expect(await api.call('anon', path, { id: 999_999 })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  },
);

it('can be read by plain fetch, and signed in to', async () => {
  const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
  const list = await fetch(`${address}/trpc/movies.list?input=${encodeURIComponent('{"limit":1}')}`);
  expect(await list.json()).toMatchObject({ result: { data: { items: [{ id: expect.any(Number) }] } } });
  expect(list.headers.get('content-type')).toMatch(/^application\/json/);
  const missing = await fetch(`${address}/trpc/movies.get?input=${encodeURIComponent('{"id":0}')}`);
  expect(missing.status).toBe(400);
  expect(await missing.json()).toMatchObject({
    error: { data: { code: 'VALIDATION', fields: { id: expect.any(String) } } },
  });
});

const callable = z.custom<(input: unknown) => Promise<unknown>>((value) => typeof value === 'function');

/** The procedure at a path of a caller. */
function procedureIn(caller: object, path: string) {
  const [router = '', name = ''] = path.split('.');
  return callable.parse(Reflect.get(Reflect.get(caller, router), name));
}

/** The records of an answer, in a list, alone or in groups, as the database gave them or as they went out. */
function rowsOf(answer: unknown): unknown {
  const list = z.object({ rows: z.array(z.object({ row: z.unknown() })) }).safeParse(answer);
  if (list.success) return list.data.rows.map(({ row }) => row);
  const page = z.object({ items: z.array(z.unknown()) }).safeParse(answer);
  if (page.success) return page.data.items;
  const item = z.object({ item: z.unknown() }).safeParse(answer);
  return item.success ? item.data.item : answer;
}

function* textsOf(value: unknown): Iterable<[string, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') yield [key, inner];
    yield* textsOf(inner);
  }
}
