import type { SearchResult } from '@cinematheque/shared/search';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSample } from '../imports/sample/load.ts';
import { testApi } from '../testing/api.ts';
import { importWholeTmdb, tmdbFolder } from '../testing/tmdb.ts';
import { sampleQueries, tmdbQueries } from './testing/search-queries.ts';

const api = await testApi();
await loadSample(api.db);

type Found = SearchResult[keyof SearchResult][number];

function nameOf(found: Found): string {
  if ('title' in found) return found.title;
  return 'name' in found ? found.name : [found.firstName, found.lastName].filter(Boolean).join(' ');
}

/** The queries whose answer is not among the first three, with what is there instead. */
async function missed(queries: typeof sampleQueries) {
  const wrong: { kind: string; typed: string; expected: string; found: string[] }[] = [];
  for (const kind of ['movies', 'persons', 'directors', 'characters', 'genres', 'countries'] as const) {
    for (const [typed, expected] of queries[kind] ?? []) {
      const found = (await api.as('anon').search.everything({ q: typed }))[kind].slice(0, 3).map(nameOf);
      if (!found.includes(expected)) wrong.push({ kind, typed, expected, found });
    }
  }
  return wrong;
}

const count = (queries: typeof sampleQueries) => Object.values(queries).flat().length;

it('finds what people look for among the films of the sample', { timeout: 300_000 }, async () => {
  expect(count(sampleQueries)).toBeGreaterThanOrEqual(60);
  expect(await missed(sampleQueries)).toEqual([]);
});

describe.skipIf(!tmdbFolder)('with the TMDB 5000 films', () => {
  beforeAll(() => importWholeTmdb(api.db.url), 600_000);

  it('finds at least 58 of 60 among the first three', { timeout: 300_000 }, async () => {
    const wrong = [...(await missed(sampleQueries)), ...(await missed(tmdbQueries))];
    if (wrong.length) console.log('Not among the first three:', wrong);
    expect(wrong.length).toBeLessThanOrEqual(((count(sampleQueries) + count(tmdbQueries)) * 2) / 60);
  });
});
