import type { Database } from '@cinematheque/db/open';
import {
  dashboard as answer,
  catalogResources,
  completenessOf,
  type Dashboard,
  recordLink as link,
  type WorklistResource,
  worklists,
} from '@cinematheque/shared/dashboard';
import { items } from '@cinematheque/shared/resource';
import { sql } from 'kysely';
import { array, instant, type Json } from '../json.ts';
import { KEPT_FOR } from '../keeper.ts';
import { rowsOf } from '../records.ts';
import { editorProcedure } from '../trpc.ts';
import { directorKind } from './directors.ts';
import { movieKind } from './movies.ts';
import { personKind } from './persons.ts';
import { latestRecords, recordLink } from './record-link.ts';

const DAYS = 30;
const ACTIVITIES = 8;
const BARS = 12;
/** Twelve weeks. */
const TREND_DAYS = 84;
/** Of an overview in memory, about. */
const BYTES = 16_384;

const kinds = { movies: movieKind, persons: personKind, directors: directorKind };

/** How many records have nothing in each field that a worklist asks for: exactly the rows of the list that it leads to. */
function missingIn(db: Database, resource: WorklistResource): Json {
  const kind = kinds[resource];
  const counts = worklists[resource].map((field) => {
    const isEmpty = rowsOf(db, kind, { filter: { field, op: 'empty' } });
    return sql`${sql.lit(field)}, count(*) filter (where ${sql.join(isEmpty, sql` and `)})`;
  });
  return sql`(select json_build_object(${sql.join(counts)}) from ${sql.table(resource)} t)`;
}

const missing = (db: Database): Json => sql`json_build_object('movies', ${missingIn(db, 'movies')},
  'persons', ${missingIn(db, 'persons')}, 'directors', ${missingIn(db, 'directors')})`;

const decades = sql`select json_build_object('decade', d.decade, 'movies', d.movies) as j from (
  select (extract(year from m.release_date)::int / 10) * 10 as decade, count(*) as movies
  from movies m where m.release_date is not null group by 1) d order by d.decade`;

const mostFilms = (table: 'genres' | 'countries', counted: Json): Json =>
  sql`select json_build_object('id', n.id, 'name', n.name, 'movies', c.movies) as j
    from (${counted}) c join ${sql.table(table)} n on n.id = c.id
    order by c.movies desc, n.name limit ${sql.lit(BARS)}`;

/** Changes by day, in UTC, those days without one too. */
const days = sql`select json_build_object('day', to_char(d.day, 'YYYY-MM-DD'), 'changes', count(c.id)) as j
  from generate_series(0, ${sql.lit(DAYS - 1)}) back
  cross join lateral (select date_trunc('day', now() at time zone 'UTC') - back * interval '1 day' as day) d
  left join changes c on exists (select from catalog_commits k where k.change_id = c.id) and c.at >= d.day at time zone 'UTC' and c.at < (d.day + interval '1 day') at time zone 'UTC'
  group by d.day order by d.day`;

const today = sql`(now() at time zone 'UTC')::date`;

const trend = sql`select json_build_object('day', to_char(day, 'YYYY-MM-DD'), 'movies', movies, 'persons', persons,
    'directors', directors) as j
  from completeness where day < ${today} and day >= ${today} - ${sql.lit(TREND_DAYS)} order by day`;

/** The newest changes of the catalog: who, what, and the first record of those that it touched. */
const activities = sql`select json_build_object('changeId', c.id, 'at', ${instant('c', 'at')}, 'user', u.username,
    'summary', c.summary, 'records', e.records, 'first', ${recordLink(sql`e.table_name`, sql`e.record_id`)}) as j
  from catalog_commits k join changes c on c.id = k.change_id left join users u on u.id = c.user_id
  cross join lateral (select (array_agg(x.table_name order by x.id))[1] as table_name,
      (array_agg(x.record_ids[1] order by x.id))[1] as record_id, sum(jsonb_array_length(x.rows)) as records
    from change_entries x where x.change_id = c.id and x.table_name = any(${sql.val([...catalogResources])}::text[])) e
  where e.records > 0 order by k.revision desc limit ${sql.lit(ACTIVITIES)}`;

const totals: Json = sql`json_build_object(${sql.join(
  catalogResources.map((name) => sql`${sql.lit(name)}, (select count(*) from ${sql.table(name)})`),
)})`;

/** Notes how complete the catalog is today; the last time of a day stands. */
export async function noteCompleteness(db: Database): Promise<void> {
  const now = await db.read<Pick<Dashboard, 'totals' | 'missing'>>(
    sql`select json_build_object('totals', ${totals}, 'missing', ${missing(db)}) as j`,
  );
  const percents = (['movies', 'persons', 'directors'] as const).map((name) => completenessOf(now, name));
  await db.unlogged(sql`insert into completeness (day, movies, persons, directors)
    values (${today}, ${sql.join(percents)}) on conflict (day) do update
    set movies = excluded.movies, persons = excluded.persons, directors = excluded.directors`);
}

export const dashboard = {
  /** Everything on the console's first page, in one statement. It reads all of the catalog, and is kept until that changes. */
  overview: editorProcedure.output(answer).query(({ ctx }) =>
    ctx.overviews.get('overview', async () => ({
      bytes: BYTES,
      life: KEPT_FOR,
      value: await ctx.db.read<Dashboard>(sql`select json_build_object(
      'totals', ${totals},
      'decades', ${array(decades)},
      'genres', ${array(mostFilms('genres', sql`select genre_id as id, count(*) as movies from movie_genres group by 1`))},
      'countries', ${array(
        mostFilms(
          'countries',
          sql`select country_id as id, count(*) as movies from movies
        where country_id is not null group by 1`,
        ),
      )},
      'days', ${array(days)},
      'missing', ${missing(ctx.db)},
      'trend', ${array(trend)},
      'activity', ${array(activities)}) as j`),
    })),
  ),
  /** What was written last, for whoever comes back to it. */
  latest: editorProcedure
    .output(items(link))
    .query(async ({ ctx }) => ({ items: await ctx.db.read(sql`select ${array(latestRecords(10))} as j`) })),
};
