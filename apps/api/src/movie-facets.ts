import type { Database } from '@cinematheque/db/open';
import { type MovieFacets, minutesBuckets } from '@cinematheque/shared/facets';
import { sql } from 'kysely';
import { array, directorPairs, type Json, personPairs } from './json.ts';
import { countsOf, facetCounts, namedIn, TOP } from './movie-facet-counts.ts';
import { decadeOf, type Facet, isSample } from './movie-facet-films.ts';
import type { FilmFilter } from './movie-filter.ts';
import { COUNT_CAP } from './page.ts';

/**
 * Pairs `count` and `exact` for a value and its n; a list's total is exact up to the same number. Directors and people
 * are counted, whatever stands for the films.
 */
function countPairs(filter: FilmFilter, facet: Facet, value: Json, n: Json): Json {
  // A film has one country only, so to those of a country others asked for together add theirs.
  const single = facet === 'countries' || facet === 'directors' || facet === 'decades';
  const chosen = single && filter.match === 'all' ? (filter[facet] ?? []) : [];
  const all = chosen.length
    ? sql`(coalesce(${n}, 0) + coalesce((select sum(o.n) from ${countsOf(facet)} o
        where o.value = any(${chosen}::int[]) and o.value <> ${value}), 0))`
    : sql`coalesce(${n}, 0)`;
  const counted =
    facet === 'directors' || facet === 'persons' ? sql`true` : sql`not (${isSample(facet, filter)})`;
  return sql`'count', ${all}, 'exact', ${counted} and ${all} <= ${sql.lit(COUNT_CAP)}`;
}

/** Values that are all shown, with the JSON of each. */
const everyValue = (filter: FilmFilter, facet: Facet, values: Json, pairs: Json): Json =>
  array(sql`
  select json_build_object(${pairs}, ${countPairs(filter, facet, sql`t.value`, sql`c.n`)}) as j
  from (${values}) t left join ${countsOf(facet)} c on c.value = t.value order by t.place, t.value`);

const everyNamed = (filter: FilmFilter, facet: 'genres' | 'countries'): Json =>
  everyValue(
    filter,
    facet,
    sql`select id as value, name, sort_name as place from ${sql.table(facet)}`,
    sql`'id', t.value, 'name', t.name`,
  );

/** Every decade from the first film's to the last's, and those that the filter names. */
function everyDecade(filter: FilmFilter): Json {
  const named = [...(filter.decades ?? []), ...(filter.excludeDecades ?? [])];
  const end = (order: Json) => sql`(select ${decadeOf(sql`m.release_date`)} from movies m
    where m.release_date is not null order by ${order} limit 1)`;
  const [first, last] = [
    end(sql`coalesce(m.release_date, 'infinity'::date)`),
    end(sql`coalesce(m.release_date, '-infinity'::date) desc`),
  ];
  const values = sql`select value, value as place from (
    select generate_series(${first}, ${last}, 10) union select unnest(${named}::int[])) d (value)`;
  return everyValue(filter, 'decades', values, sql`'decade', t.value`);
}

const everyBucket = (filter: FilmFilter): Json =>
  everyValue(
    filter,
    'minutes',
    sql`select n::int - 1 as value, n as place, low, high from unnest(
      ${minutesBuckets.map(({ from }) => from)}::int[],
      ${minutesBuckets.map(({ to }) => to)}::int[]) with ordinality b (low, high, n)`,
    sql`'from', t.low, 'to', t.high`,
  );

/** The most frequent values, and those that the filter names. */
function topValues(filter: FilmFilter, facet: 'directors' | 'persons', pairs: Json): Json {
  return array(sql`
    select json_build_object(${pairs}, ${countPairs(filter, facet, sql`t.id`, sql`v.n`)}) as j
    from ((select value, n from ${countsOf(facet)} order by n desc, value limit ${sql.lit(TOP)})
      union select chosen, (select c.n from ${countsOf(facet)} c where c.value = chosen)
        from unnest(${namedIn(filter, facet)}::int[]) chosen) v
    join ${sql.table(facet)} t on t.id = v.value
    order by coalesce(v.n, 0) desc, t.sort_name, t.id`);
}

/** Every facet of a filter, in one statement. */
export function readFacets(db: Database, filter: FilmFilter): Promise<MovieFacets> {
  return db.read(sql`
    with ${facetCounts(filter)}
    select json_build_object('genres', ${everyNamed(filter, 'genres')},
      'countries', ${everyNamed(filter, 'countries')}, 'decades', ${everyDecade(filter)},
      'minutes', ${everyBucket(filter)}, 'directors', ${topValues(filter, 'directors', directorPairs('t'))},
      'persons', ${topValues(filter, 'persons', personPairs('t'))}) as j`);
}
