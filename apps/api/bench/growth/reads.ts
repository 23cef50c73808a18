import type { Catalog } from '../catalog.ts';
import { pageBehind } from '../deep-page.ts';
import type { Requests } from '../load.ts';
import { query } from '../workload.ts';

/** A read that must not grow with the catalog: the same question, asked of each size in its own words. */
export interface GrowingRead {
  name: string;
  requests: Requests;
  /** At most: the p50 on the largest catalog to that on the smallest, and its p99 in milliseconds. */
  goal: { growth: number; p99: number };
}

/** The row behind which the deep pages lie. */
const DEEP = 4_776;
const goal = { growth: 1.5, p99: 150 };
const misspelling = { growth: 3, p99: 400 };

/** The public reads and the console's lists, on one catalog. */
export async function growingReads(catalog: Catalog, url: string, cookie: string): Promise<GrowingRead[]> {
  const ids = async (table: string) =>
    (await catalog.query<{ id: number }>(`select id from ${table} order by md5(id::text) limit 300`)).map(
      ({ id }) => id,
    );
  const movies = await ids('movies');
  const persons = await ids('persons');
  const genres = await catalog.query<{ id: number }>(
    'select genre_id as id from movie_genres group by 1 order by count(*) desc, 1 limit 12',
  );
  const titles = await catalog.query<{ title: string; word: string }>(
    `select title, substring(title_folded from '[^ ]{6,}') as word from movies where title_folded ~ '[^ ]{6,}'
     order by md5(id::text) limit 100`,
  );
  const names = await catalog.query<{ name: string; word: string }>(
    `select concat_ws(' ', first_name, last_name) as name, fold(last_name) as word
     from persons where last_name ~ '^[A-Za-z]{6,}$' order by md5(id::text) limit 100`,
  );
  const filter = { genres: genres.map(({ id }) => id), yearFrom: 1900, yearTo: 2030 };
  const deep = await pageBehind(DEEP, url, filter);
  const asked = (procedure: string, ...inputs: object[]): Requests => ({
    url,
    each: inputs.map((input) => ({ path: query(procedure, input) })),
  });
  const edited = (procedure: string, input: object) => ({ ...asked(procedure, input), headers: { cookie } });
  const words = [...titles, ...names].map(({ word }) => word);
  const read = (name: string, requests: Requests, its = goal) => ({ name, requests, goal: its });
  return [
    read('newest films', asked('movies.list', {})),
    read('films by title', asked('movies.list', { sort: 'title' })),
    read('filtered films', asked('movies.list', filter)),
    read(`behind row ${DEEP.toLocaleString('en')}`, asked('movies.list', { ...filter, cursor: deep.cursor })),
    read('one film', asked('movies.get', ...movies.map((id) => ({ id })))),
    read('best known people', asked('persons.list', { sort: 'known' })),
    read('one person', asked('persons.get', ...persons.map((id) => ({ id })))),
    read('films with a word', asked('movies.list', ...titles.map(({ word }) => ({ q: word })))),
    read(
      'search, exact',
      asked(
        'search.everything',
        ...[...titles.map(({ title }) => title), ...names.map(({ name }) => name)].map((q) => ({ q })),
      ),
    ),
    read('search, prefix', asked('search.everything', ...words.map((word) => ({ q: word.slice(0, 4) })))),
    read(
      'search, misspelled',
      asked('search.everything', ...words.map((word) => ({ q: word.slice(0, 2) + word.slice(3) }))),
      misspelling,
    ),
    read('facets of all films', asked('movies.facets', {})),
    read(
      'facets of a genre',
      asked('movies.facets', ...genres.slice(0, 4).map(({ id }) => ({ genres: [id] }))),
    ),
    read('console: films', edited('admin.movies.list', {})),
    read('console: newest films', edited('admin.movies.list', { sort: ['-releaseDate'] })),
    read('console: people', edited('admin.persons.list', {})),
    read('console: characters', edited('admin.characters.list', {})),
  ];
}
