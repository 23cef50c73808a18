import { z } from 'zod';
import type { Catalog } from './catalog.ts';
import { pageBehind } from './deep-page.ts';
import { FILTERED } from './servers/statements.ts';
import { type OurServers, query, type Workload } from './workload.ts';

/** Cursors are each server's own; both must give one, or none. */
const listed = (data: unknown) => {
  const { nextCursor, ...page } = z.looseObject({ nextCursor: z.string().nullable() }).parse(data);
  return { ...page, more: nextCursor !== null };
};
const withoutTotal = (data: unknown) => {
  const { total, ...page } = z.looseObject({ total: z.unknown().optional() }).parse(listed(data));
  return page;
};
const whole = (data: unknown) => data;

/** How far down the deep page lies, where the filter holds as much. */
const DEEP = 200;

/** The public reads: our procedures beside L1's statements. */
export async function readWorkloads(catalog: Catalog, servers: OurServers, l1: string): Promise<Workload[]> {
  const ours = servers.keepsNothing;
  const ids = await catalog.query<{ id: number }>('select id from movies order by md5(id::text) limit 300');
  const words = await catalog.query<{ word: string }>(
    `select substring(title_folded from '[^ ]{5,}') as word from movies
     where title_folded ~ '[^ ]{5,}' order by md5(title) limit 50`,
  );
  const names = await catalog.query<{ word: string }>(
    'select fold(last_name) as word from persons order by md5(name_folded), id limit 50',
  );
  const { films, ...filter } = await wideFilter(catalog);
  const filtered = `/filtered?genres=${filter.genres}&from=${filter.yearFrom}&to=${filter.yearTo}`;
  const deepPage = Math.min(DEEP, Math.floor(films / FILTERED));
  const deep = await pageBehind((deepPage - 1) * FILTERED, ours, filter);
  const list = { url: ours, each: [{ path: query('movies.list') }] };
  const from = (url: string, ...paths: string[]) => ({ url, each: paths.map((path) => ({ path })) });
  const searched = [...words, ...names].map(({ word }) => word);

  const workloads: Workload[] = [
    { name: 'movies.list (L1: no total)', ours: list, l1: from(l1, '/movies'), same: withoutTotal },
    { name: 'movies.list (L1: exact total)', ours: list, l1: from(l1, '/movies-with-total'), same: listed },
    {
      name: 'movies.get',
      ours: from(ours, ...ids.map(({ id }) => query('movies.get', { id }))),
      l1: from(l1, ...ids.map(({ id }) => `/movies/${id}`)),
      same: whole,
    },
    {
      name: 'filtered list, page 1',
      ours: from(ours, query('movies.list', filter)),
      l1: from(l1, filtered),
      same: listed,
    },
    {
      name: `filtered list, page ${deepPage}`,
      ours: from(ours, query('movies.list', { ...filter, cursor: deep.cursor })),
      l1: from(l1, `${filtered}&date=${deep.releaseDate ?? '-infinity'}&id=${deep.id}`),
      same: listed,
    },
    {
      name: 'movies.list with q',
      ours: from(ours, ...words.map(({ word }) => query('movies.list', { q: word }))),
      l1: from(l1, ...words.map(({ word }) => `/title?q=${encodeURIComponent(word)}`)),
      same: listed,
    },
    {
      // Ours finds more: L1 stays what one would write first, so nothing is compared but the time.
      name: 'search.everything (L1: substring, trigram)',
      ours: from(ours, ...searched.map((q) => query('search.everything', { q }))),
      l1: from(l1, ...searched.map((q) => `/search?q=${encodeURIComponent(q)}`)),
    },
  ];
  return workloads.map((workload) => ({ ...workload, kept: { ...workload.ours, url: servers.ours } }));
}

/** A filter by genre and years that holds most films, and how many. */
async function wideFilter(catalog: Catalog) {
  const yearFrom = 1900;
  const yearTo = 2030;
  const [found] = await catalog.query<{ genres: number[]; films: number }>(
    `with chosen as (select genre_id as id from movie_genres group by 1 order by count(*) desc, 1 limit 5)
     select (select array_agg(id) from chosen) as genres, count(*)::int as films from movies m
     where exists (select from movie_genres x join chosen on id = genre_id where x.movie_id = m.id)
       and release_date between $1 and $2`,
    [`${yearFrom}-01-01`, `${yearTo}-12-31`],
  );
  if (!found) throw new Error('The catalog has no genres');
  return { ...found, yearFrom, yearTo, limit: FILTERED };
}
