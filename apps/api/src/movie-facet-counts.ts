import { type MovieFacets, minutesBuckets } from '@cinematheque/shared/facets';
import { sql } from 'kysely';
import type { Json } from './json.ts';
import { type FilmFilter, movieConditions } from './movie-filter.ts';
import { and } from './page.ts';

/**
 * How many films each value of each facet has: common table expressions, `of_<facet>`, of { value, n }. Each is counted
 * in the films that the filter leaves without the facet's own part.
 */

export type Facet = keyof MovieFacets;

/** What each facet itself filters by: its counts are made without it. */
const own = {
  genres: { genres: undefined },
  countries: { countries: undefined },
  decades: { decades: undefined },
  minutes: { minutesFrom: undefined, minutesTo: undefined },
  directors: { directors: undefined },
  persons: { persons: undefined },
} satisfies Record<Facet, Partial<FilmFilter>>;

/** Of directors and people this many are shown, besides those that the filter names. */
export const TOP = 20;

/** Not extract(), which counts in numeric: over many films that takes longer than all the rest. */
export const decadeOf = (day: Json) => sql`date_part('decade', ${day})::int * 10`;
const starts = minutesBuckets.flatMap(({ from }) => from ?? []);

/** Films, with what they are counted by. */
const films = (filter: FilmFilter): Json => sql`
  select m.id, m.country_id, m.director_id, ${decadeOf(sql`m.release_date`)} as decade,
    width_bucket(m.duration_minutes, ${starts}::int[]) as bucket
  from movies m ${and(movieConditions(filter))}`;

/** What the films that a facet's values are counted in are filtered by. */
function widerFilter(facet: Facet, filter: FilmFilter): FilmFilter {
  // Of several genres or people asked for all at once, one more is added to those chosen.
  const adds = filter.match === 'all' && (facet === 'genres' || facet === 'persons');
  return adds ? filter : { ...filter, ...own[facet] };
}

/** The films themselves: the list's own where the facet takes nothing away. */
function filmsOf(facet: Facet, filter: FilmFilter): Json {
  const wider = widerFilter(facet, filter);
  return JSON.stringify(wider) === JSON.stringify(filter) ? sql`listed` : sql`(${films(wider)})`;
}

/** Nothing is taken away from the catalog: it has these counts already, or they are its tables'. */
const isWhole = (facet: Facet, filter: FilmFilter) => !movieConditions(widerFilter(facet, filter)).length;

export const countsOf = (facet: Facet) => sql.ref(`of_${facet}`);
/** How many films each value of a facet has: a table of { value, n }. */
const counts = (facet: Facet, rows: Json): Json => sql`${countsOf(facet)} as materialized (${rows})`;

/** For what a film has one of. */
const countSingle = (filter: FilmFilter, facet: 'countries' | 'decades' | 'minutes', column: string) =>
  counts(
    facet,
    sql`select ${sql.ref(column)} as value, count(*)::int as n from ${filmsOf(facet, filter)} f
      where ${sql.ref(column)} is not null group by ${sql.ref(column)}`,
  );

const countGenres = (filter: FilmFilter) =>
  counts(
    'genres',
    isWhole('genres', filter)
      ? sql`select genre_id as value, count(*)::int as n from movie_genres group by genre_id`
      : sql`select g.genre_id as value, count(*)::int as n from ${filmsOf('genres', filter)} f
          join movie_genres g on g.movie_id = f.id group by g.genre_id`,
  );

/** Those that a filter wants or excludes. */
export const namedIn = (filter: FilmFilter, facet: 'directors' | 'persons'): number[] => [
  ...(filter[facet] ?? []),
  ...((facet === 'directors' ? filter.excludeDirectors : filter.excludePersons) ?? []),
];

/** The ids of those who are in most films anywhere, and of those that the filter names. */
function bestKnown(filter: FilmFilter, facet: 'directors' | 'persons', most: number): Json {
  const [table, id] =
    facet === 'persons' ? ['person_counters', 'person_id'] : ['director_counters', 'director_id'];
  return sql`(select ${sql.ref(id)} as id from ${sql.table(table)} order by movies desc, ${sql.ref(id)} desc
      limit ${sql.lit(most)})
    union select unnest(${namedIn(filter, facet)}::int[])`;
}

const countDirectors = (filter: FilmFilter) =>
  counts(
    'directors',
    isWhole('directors', filter)
      ? sql`select c.director_id as value, c.movies as n from (${bestKnown(filter, 'directors', TOP)}) k
          join director_counters c on c.director_id = k.id`
      : sql`select f.director_id as value, count(*)::int as n from ${filmsOf('directors', filter)} f
          where f.director_id is not null group by f.director_id`,
  );

/** Of more films than this, only people are counted who are in many films anywhere. */
const MANY_FILMS = sql.lit(10_000);
const MANY_PERSONS = 300;

/** Of people many films have hundreds of thousands, and twenty are asked for. */
function countPersons(filter: FilmFilter): Json {
  if (isWhole('persons', filter)) {
    return counts(
      'persons',
      sql`select c.person_id as value, c.movies as n from (${bestKnown(filter, 'persons', TOP)}) k
        join person_counters c on c.person_id = k.id`,
    );
  }
  const films = filmsOf('persons', filter);
  const many = sql`(select count(*) from ${films} f) > ${MANY_FILMS}`;
  return counts(
    'persons',
    sql`select p.person_id as value, count(*)::int as n from ${films} f join movie_persons p on p.movie_id = f.id
      where not ${many} group by p.person_id
      union all
      select p.person_id, count(*)::int from (${bestKnown(filter, 'persons', MANY_PERSONS)}) k
      join movie_persons p on p.person_id = k.id
      where p.movie_id in (select f.id from ${films} f) and ${many} group by p.person_id`,
  );
}

/** All of them, for a `with`. */
export const facetCounts = (filter: FilmFilter): Json => sql`
  listed as materialized (${films(filter)}), ${countGenres(filter)},
  ${countSingle(filter, 'countries', 'country_id')}, ${countSingle(filter, 'decades', 'decade')},
  ${countSingle(filter, 'minutes', 'bucket')}, ${countDirectors(filter)}, ${countPersons(filter)}`;
