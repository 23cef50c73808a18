import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const { rows } = api;
const { search, movies, persons } = api.as('anon');

const films = [
  'The Godfather',
  'The Godfather Part II',
  'Godzilla',
  'Cidadão Boilesen',
  'Cidade de Deus',
  'Léon',
  'Cœur fidèle',
  'Łódź Symphony',
  'Le Quai des brumes',
  'Metropolis',
  '100% Wolf',
  'Under_score',
  'WALL·E',
  'Crème brûlée',
  'Ты и я',
];
for (const title of films) await rows.movie({ title });
const gabin = await rows.person({ firstName: 'Jean', lastName: 'Gabin' });
await rows.person({ firstName: 'Björk', lastName: 'Guðmundsdóttir' });
await rows.director({ firstName: 'Marcel', lastName: 'Carné' });
await rows.country({ name: 'Côte d’Ivoire', isoCode: 'CI' });
await rows.genre({ name: 'Science Fiction' });
const { id: movieId } = await rows.movie({ title: 'La Grande Illusion', cast: [{ person: gabin }] });
await rows.character({ movieId, personId: gabin.id, name: 'Lieutenant Maréchal' });
await rows.movie({ title: 'Gabin speaks', cast: [{ person: gabin }] });

const titlesFor = async (q: string) => (await search.everything({ q })).movies.map(({ title }) => title);

describe('search.everything', () => {
  it.each([
    ['godfather', 'The Godfather'],
    ['GODFATHER', 'The Godfather'],
    ['  the   godfather ', 'The Godfather'],
    ['cidadao', 'Cidadão Boilesen'],
    ['leon', 'Léon'],
    ['coeur', 'Cœur fidèle'],
    ['cœur', 'Cœur fidèle'],
    ['lodz', 'Łódź Symphony'],
    ['wall-e', 'WALL·E'],
    ['wall e', 'WALL·E'],
    ['creme brulee', 'Crème brûlée'],
    ['ты', 'Ты и я'],
    ['100%', '100% Wolf'],
    ['brumes quai', 'Le Quai des brumes'],
  ])('folds accents, ligatures, case and signs: %j', async (q, title) => {
    expect((await titlesFor(q))[0]).toBe(title);
  });

  it.each([
    ['godfahter', 'The Godfather'],
    ['metropoils', 'Metropolis'],
    ['metroplis', 'Metropolis'],
    ['cidadoa', 'Cidadão Boilesen'],
    ['symphny', 'Łódź Symphony'],
  ])('forgives typing errors: %j', async (q, title) => {
    expect(await titlesFor(q)).toContain(title);
  });

  it('puts the whole title before its beginning, and that before the middle', async () => {
    expect((await titlesFor('leon'))[0]).toBe('Léon');
    expect((await titlesFor('the godfather')).slice(0, 2)).toEqual([
      'The Godfather',
      'The Godfather Part II',
    ]);
    expect((await titlesFor('god')).slice(0, 1)).toEqual(['Godzilla']);
  });

  it('finds every kind of thing, each in its group', async () => {
    const found = async (q: string) => search.everything({ q });
    expect((await found('gabin')).persons.map(({ id }) => id)).toEqual([gabin.id]);
    expect((await found('gabin')).movies.map(({ title }) => title)).toEqual(['Gabin speaks']);
    expect((await found('jean gabin')).persons.map(({ id }) => id)).toEqual([gabin.id]);
    expect((await found('gabin jean')).persons.map(({ id }) => id)).toContain(gabin.id);
    expect((await found('bjork')).persons).toMatchObject([{ firstName: 'Björk' }]);
    expect((await found('gudmundsdottir')).persons).toMatchObject([{ firstName: 'Björk' }]);
    expect((await found('carne')).directors).toMatchObject([{ lastName: 'Carné' }]);
    expect((await found('marechal')).characters).toMatchObject([
      { name: 'Lieutenant Maréchal', person: { id: gabin.id } },
    ]);
    expect((await found('science')).genres).toMatchObject([{ name: 'Science Fiction' }]);
    expect((await found('cote')).countries).toMatchObject([{ isoCode: 'CI' }]);
  });

  it('gives no more than was asked for', async () => {
    expect((await search.everything({ q: 'e', limit: 3 })).movies.length).toBeLessThanOrEqual(3);
  });

  it.each(['', ' ', '%', '_', '%%%', '%_%_%', '\\', '-', '...', '!?', '%_'.repeat(100), '\\'.repeat(200)])(
    'finds nothing for what has no letters: %j',
    async (q) => {
      const found = await search.everything({ q });
      expect(Object.values(found).flat()).toEqual([]);
    },
  );

  it.each([
    'a',
    'e',
    'ß',
    '映',
    '😀',
    "'; drop table movies; --",
    '(a+)+$',
    'x'.repeat(200),
    'a '.repeat(100),
    'é'.repeat(200),
  ])('answers: %j', async (q) => {
    expect(await api.call('anon', 'search.everything', { q })).toMatchObject({ status: 200 });
  });

  it.each(['\0', 'a\0b', '\ud800', 'x\udfff', 'x'.repeat(201)])(
    'refuses what cannot be searched for: %j',
    async (q) => {
      expect(await api.call('anon', 'search.everything', { q })).toMatchObject({
        status: 400,
        code: 'VALIDATION',
        fields: { q: expect.any(String) },
      });
    },
  );

  it('says nothing of accounts', async () => {
    const nonsense = await api.http.call('search.everything', { q: 'qqqzzzxxx' });
    for (const q of ['editor@example.org', '$argon2id', 'admin@example', 'session']) {
      expect((await api.http.call('search.everything', { q })).text, q).toBe(nonsense.text);
    }
  });
});

describe('q in a list', () => {
  it('is every word of it, in any order, folded', async () => {
    const titles = async (q: string) =>
      (await movies.list({ q, sort: 'title' })).items.map(({ title }) => title);
    expect(await titles('godfather')).toEqual(['The Godfather', 'The Godfather Part II']);
    expect(await titles('ii GODFATHER')).toEqual(['The Godfather Part II']);
    expect(await titles('coeur fidele')).toEqual(['Cœur fidèle']);
    expect(await titles('under_score')).toEqual(['Under_score']);
    expect(await titles('nothing such')).toEqual([]);
    expect((await persons.list({ q: 'gab' })).items.map(({ id }) => id)).toEqual([gabin.id]);
  });

  it('is no wildcard', async () => {
    const all = (await movies.list({ limit: 100 })).total.value;
    for (const q of ['g%r', 'g_dfather', 'god%father']) {
      expect((await movies.list({ q })).total.value, q).toBeLessThan(all);
    }
    expect((await movies.list({ q: 'g_dfather' })).items).toEqual([]);
  });
});
