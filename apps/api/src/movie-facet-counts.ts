import { sql } from 'kysely';
import type { Json } from './json.ts';
import { conditionsOf, type Facet, facetFilms, filmsOf, isSample } from './movie-facet-films.ts';
import type { FilmFilter } from './movie-filter.ts';
import { and } from './page.ts';
import { inRound } from './sample.ts';

/** How many films each value of each facet has: common table expressions, `of_<facet>`, of { value, n }. */

/** Of directors and people this many are shown, besides those that the filter names. */
export const TOP = 20;

export const countsOf = (facet: Facet) => sql.ref(`of_${facet}`);
/** How many films each value of a facet has: a table of { value, n }. */
const counts = (facet: Facet, rows: Json): Json => sql`${countsOf(facet)} as materialized (${rows})`;

/** How many films they stand for. */
const total = (filter: FilmFilter, facet: Facet) =>
  sql`case when ${isSample(facet, filter)} then ${inRound(sql`sum(f.weight)`)} else count(*)::int end as n`;

/** For what a film has one of. */
const countSingle = (filter: FilmFilter, facet: 'countries' | 'decades' | 'minutes', column: string) =>
  counts(
    facet,
    sql`select ${sql.ref(column)} as value, ${total(filter, facet)} from ${filmsOf(facet, filter)} f
      where ${sql.ref(column)} is not null group by ${sql.ref(column)}`,
  );

const countGenres = (filter: FilmFilter) =>
  counts(
    'genres',
    sql`select g.genre_id as value, ${total(filter, 'genres')} from ${filmsOf('genres', filter)} f
      join movie_genres g on g.movie_id = f.id group by g.genre_id`,
  );

/** Those that a filter wants or excludes. */
export const namedIn = (filter: FilmFilter, facet: 'directors' | 'persons'): number[] => [
  ...(filter[facet] ?? []),
  ...((facet === 'directors' ? filter.excludeDirectors : filter.excludePersons) ?? []),
];

/** Where directors and people have their films: the table and its column, and their number of films anywhere. */
const makers = {
  directors: { counters: 'director_counters', id: 'director_id', films: 'movies', film: 'id' },
  persons: { counters: 'person_counters', id: 'person_id', films: 'movie_persons', film: 'movie_id' },
};

/** Where a sample stands for the films, only so many people are counted, who are in most films anywhere: in all films. */
const BEST_KNOWN = 40;

/** Of people many films have hundreds of thousands, and twenty are asked for. */
function countMakers(filter: FilmFilter, facet: 'directors' | 'persons'): Json {
  const { counters, id, films, film } = makers[facet];
  const [maker, conditions, sampled] = [sql.ref(id), conditionsOf(facet, filter), isSample(facet, filter)];
  const bestKnown = (most: number) => sql`(
    (select ${maker} as id, movies from ${sql.table(counters)} order by movies desc, ${maker} desc
      limit ${sql.lit(most)})
    union select ${maker}, movies from ${sql.table(counters)}
      where ${maker} = any(${namedIn(filter, facet)}::int[]))`;
  if (!conditions.length) return counts(facet, sql`select id as value, movies as n from ${bestKnown(TOP)} k`);
  return counts(
    facet,
    sql`select p.${maker} as value, count(*)::int as n from ${filmsOf(facet, filter)} f
        join ${sql.table(films)} p on p.${sql.ref(film)} = f.id
      where p.${maker} is not null and not ${sampled} group by p.${maker}
      union all
      select k.id, count(*)::int from ${bestKnown(BEST_KNOWN)} k join ${sql.table(films)} p on p.${maker} = k.id
        join movies m on m.id = p.${sql.ref(film)} ${and([...conditions, sampled])} group by k.id`,
  );
}

/** All of them, for a `with`. */
export const facetCounts = (filter: FilmFilter): Json => sql`
  ${facetFilms(filter)}, ${countGenres(filter)}, ${countSingle(filter, 'countries', 'country_id')},
  ${countSingle(filter, 'decades', 'decade')}, ${countSingle(filter, 'minutes', 'bucket')},
  ${countMakers(filter, 'directors')}, ${countMakers(filter, 'persons')}`;
