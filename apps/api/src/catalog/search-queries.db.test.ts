import { select } from '@cinematheque/db/change';
import type { SearchResult } from '@cinematheque/shared/search';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSample } from '../imports/sample/load.ts';
import { testApi } from '../testing/api.ts';
import { importWholeTmdb, tmdbFolder } from '../testing/tmdb.ts';
import { readSearch } from './search.ts';
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

it('regression: a word like few others was compared with every word there is, which took seconds', async () => {
  // As many words as a real catalog has: few are read whole sooner than looked up.
  await api.db.unlogged(sql`insert into search_words (word)
    select left(translate(md5(n::text), '0123456789', 'ghijklmnop'), 9) from generate_series(1, 60000) n
    on conflict do nothing`);
  await api.db.unlogged(sql`analyze search_words`);
  let plan = '';
  const read = async <T>(statement: Parameters<typeof api.db.read>[0]): Promise<T> => {
    plan = await api.db.change({ channel: 'system' }, async (tx) => {
      // As the embedded server is set.
      await tx.execute(`set local random_page_cost = 1.1; set local effective_cache_size = '1GB'`);
      return JSON.stringify(await select(tx, sql`explain (costs off, format json) ${statement}`));
    });
    return api.db.read<T>(statement);
  };
  await readSearch({ ...api.db, read }, 'corleone', 8);
  expect(plan).toContain('search_words_rests');
  expect(plan).not.toMatch(/"Seq Scan",[^{}]*"Relation Name":"search_words"/);
});
