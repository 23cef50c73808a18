import { select } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { generateCatalog } from '../generate/generate.ts';
import { createCaller } from '../router.ts';
import { testApi } from '../testing/api.ts';

/**
 * What the public pages and the console’s lists ask is answered by indexes: on a catalog of some thousand films no table of its is read from
 * end to end, and each read uses the index that was made for it. A lost index is red here before it is slow anywhere.
 */
const api = await testApi();
await generateCatalog(api.db, { movies: 5_000, persons: 10_000, characters: 40_000, seed: 1 }, () => {});
for (const table of ['movies', 'persons', 'directors', 'characters', 'movie_persons', 'movie_genres'])
  await api.db.unlogged(sql`vacuum analyze ${sql.table(table)}`);
for (const table of ['movie_counters', 'person_counters', 'director_counters', 'search_words'])
  await api.db.unlogged(sql`vacuum analyze ${sql.table(table)}`);

const some = await api.db.read<Record<string, number>>(sql`select json_build_object(
  'movie', (select max(movie_id) from movie_persons), 'character', (select max(id) from characters),
  'person', (select person_id from person_counters where movies between 3 and 9 order by person_id limit 1),
  'director', (select director_id from director_counters where movies between 2 and 5 order by director_id limit 1),
  'country', (select country_id from movies where country_id is not null
    group by country_id order by count(*), country_id limit 1)) as j`);
const id = (name: string) => some[name] ?? 0;

/** The tables that a catalog has much of. */
const large = [
  ...['movies', 'persons', 'directors', 'characters', 'movie_persons', 'movie_genres', 'movie_counters'],
  ...['person_counters', 'director_counters', 'search_words'],
];

const node = z.looseObject({
  'Node Type': z.string(),
  'Actual Loops': z.number(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});
type Node = z.infer<typeof node>;
const explained = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })).length(1);

/** The parts of a plan that were run. */
function* partsOf(plan: Node): Iterable<Node> {
  if (plan['Actual Loops'] > 0) yield plan;
  for (const part of plan.Plans ?? []) yield* partsOf(part);
}

type Call = (caller: ReturnType<typeof createCaller>) => Promise<unknown>;

/** Calls a procedure and gives what its statement scanned; with `small`, though the tables are too small for it. */
async function scansOf(call: Call, small: boolean) {
  const plans: Node[] = [];
  const db: Database = {
    ...api.db,
    read: async <T>(statement: Parameters<typeof api.db.read>[0]): Promise<T> => {
      const rows = await api.db.change({ channel: 'system' }, async (tx) => {
        // As the embedded server is set: what another one's default costs say of tables this small is no plan of ours.
        await tx.execute(`set local random_page_cost = 1.1; set local effective_cache_size = '1GB';
          set local work_mem = '16MB'; set local jit = off`);
        if (small) await tx.execute('set local enable_seqscan = off');
        return select<unknown>(
          tx,
          sql`explain (analyze, timing off, costs off, buffers off, format json) ${statement}`,
        );
      });
      plans.push(explained.parse(rows)[0]?.['QUERY PLAN'][0].Plan ?? node.parse({}));
      return api.db.read<T>(statement);
    },
  };
  const caller = { address: '', userAgent: null };
  const services = {
    ...api.services,
    db,
    viewer: api.viewer('editor'),
    sessionId: null,
    caller,
    requestId: '',
    batched: false,
  };
  await call(createCaller({ ...services, audit: () => {}, setHeader: () => {} }));
  const parts = plans.flatMap((plan) => [...partsOf(plan)]);
  return {
    whole: parts.flatMap((part) => (part['Node Type'] === 'Seq Scan' ? (part['Relation Name'] ?? []) : [])),
    indexes: parts.flatMap((part) => part['Index Name'] ?? []),
  };
}

/** Films of most genres from these years, and the cursor behind its row 4,776 or its last full page. */
const wide = { genres: await mostGenres(), yearFrom: 1900, yearTo: 2030 };
async function mostGenres(): Promise<number[]> {
  return api.db.read(sql`select json_agg(id) as j from
    (select genre_id as id from movie_genres group by 1 order by count(*) desc, 1 limit 12) g`);
}
async function farDown(): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let seen = 0; seen < 4_700; seen += 100) {
    const { nextCursor } = await api.as('visitor').movies.list({ ...wide, cursor, limit: 100 });
    cursor = nextCursor ?? cursor;
  }
  return cursor;
}
const deep = await farDown();

const reads: [name: string, call: Call, indexes: string[]][] = [
  ['the newest films', (c) => c.movies.list({ sort: 'newest' }), ['movies_newest']],
  ['the oldest films', (c) => c.movies.list({ sort: 'oldest' }), ['movies_oldest']],
  ['films by title', (c) => c.movies.list({ sort: 'title' }), ['movies_title']],
  ['the longest films', (c) => c.movies.list({ sort: 'longest' }), ['movies_longest']],
  ['the shortest films', (c) => c.movies.list({ sort: 'shortest' }), ['movies_shortest']],
  ['films by budget', (c) => c.movies.list({ sort: 'budget' }), ['movies_budget']],
  ['films by hearts', (c) => c.movies.list({ sort: 'favorites' }), ['movie_counters_favorites']],
  ['films added last', (c) => c.movies.list({ sort: 'added' }), ['movies_added']],
  ['films with a word', (c) => c.movies.list({ q: 'reykjavik lantern' }), ['movies_search']],
  ['films of a director', (c) => c.movies.list({ directors: [id('director')] }), ['movies_director']],
  ['films of a person', (c) => c.movies.list({ persons: [id('person')] }), ['movie_persons_person']],
  ['films of a country', (c) => c.movies.list({ countries: [id('country')] }), ['movies_country']],
  ['one film', (c) => c.movies.get({ id: id('movie') }), ['movies_pkey', 'characters_cast']],
  ['related films', (c) => c.movies.related({ id: id('movie') }), ['movies_newest', 'movie_persons_person']],
  ['facets of a person', (c) => c.movies.facets({ persons: [id('person')] }), ['person_counters_known']],
  ['persons by name', (c) => c.persons.list({ sort: 'name' }), ['persons_name']],
  ['persons by birth', (c) => c.persons.list({ sort: 'born' }), ['persons_born']],
  ['the best known persons', (c) => c.persons.list({ sort: 'known' }), ['person_counters_known']],
  ['one person', (c) => c.persons.get({ id: id('person') }), ['persons_pkey', 'persons_name']],
  ['directors', (c) => c.directors.list({}), ['directors_name']],
  ['one director', (c) => c.directors.get({ id: id('director') }), ['movies_director']],
  ['characters', (c) => c.characters.list({}), ['characters_name']],
  ['one character', (c) => c.characters.get({ id: id('character') }), ['characters_name']],
  ['actors by budget', (c) => c.statistics.actorsByTotalBudget(), ['person_counters_budgets']],
  ['directors by budget', (c) => c.statistics.directorsByAverageBudget(), ['director_counters_average']],
  ['the longest careers', (c) => c.statistics.longestCareers(), ['person_counters_career']],
  ['the console’s films', (c) => c.admin.movies.list({}), ['movies_title']],
  ['the console’s films by date', (c) => c.admin.movies.list({ sort: ['-releaseDate'] }), ['movies_newest']],
  ['the console’s people', (c) => c.admin.persons.list({}), ['persons_name']],
  ['the console’s directors', (c) => c.admin.directors.list({}), ['directors_name']],
  ['the console’s characters', (c) => c.admin.characters.list({}), ['characters_name']],
  ['recent films', (c) => c.statistics.recentMovies({ years: 1 }), ['movies_newest']],
];

/** Their totals count nearly every film, up to a bound, and a table as small as this one may then be read whole. */
const counted: typeof reads = [
  ['films by genres and years', (c) => c.movies.list(wide), ['movies_newest']],
  ['films far down', (c) => c.movies.list({ ...wide, cursor: deep }), ['movies_newest']],
];

/** Of what a search may need it decides while it runs, so its parts are planned for any size. */
const searches: typeof reads = [
  [
    'search for the best known',
    (c) => c.search.everything({ q: 'john' }),
    ['movie_counters_known', 'person_counters_known', 'director_counters_known'],
  ],
  [
    'search for what few have',
    (c) => c.search.everything({ q: 'reykjavik lantern' }),
    ['movies_folded', 'movies_words', 'persons_words', 'directors_words', 'characters_words', 'movies_title'],
  ],
  [
    'search for a beginning',
    (c) => c.search.everything({ q: 'reyk' }),
    ['movies_folded', 'movies_words', 'persons_words', 'characters_words'],
  ],
  [
    'search for a misspelling',
    (c) => c.search.everything({ q: 'reykjavki' }),
    ['search_words_rests', 'movies_words', 'persons_search', 'characters_search'],
  ],
];

it.each([
  ...reads.map((read) => [...read, false] as const),
  ...[...counted, ...searches].map((read) => [...read, true] as const),
])('%s', async (_, call, indexes, small) => {
  const { whole, indexes: used } = await scansOf(call, small);
  expect(used).toEqual(expect.arrayContaining(indexes));
  expect(whole.filter((table) => large.includes(table))).toEqual([]);
});
