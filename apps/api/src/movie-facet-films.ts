import { type MovieFacets, minutesBuckets } from '@cinematheque/shared/facets';
import { sql } from 'kysely';
import type { Json } from './json.ts';
import { type FilmFilter, movieConditions } from './movie-filter.ts';
import { and, COUNT_CAP } from './page.ts';
import { sampleOf, weightIn } from './sample.ts';

/**
 * The films that the values of a facet are counted in: those that the filter leaves without the facet's own part. Of
 * more than a list counts a sample stands for them, each of its films for as many as its `weight`
 * (docs/decisions/0016-samples.md).
 */

export type Facet = keyof MovieFacets;

/** What each facet itself filters by. */
const own = {
  genres: { genres: undefined },
  countries: { countries: undefined },
  decades: { decades: undefined },
  minutes: { minutesFrom: undefined, minutesTo: undefined },
  directors: { directors: undefined },
  persons: { persons: undefined },
} satisfies Record<Facet, Partial<FilmFilter>>;

/** Not extract(), which counts in numeric: over many films that takes longer than all the rest. */
export const decadeOf = (day: Json) => sql`date_part('decade', ${day})::int * 10`;
const starts = minutesBuckets.flatMap(({ from }) => from ?? []);

function widerFilter(facet: Facet, filter: FilmFilter): FilmFilter {
  // Of several genres or people asked for all at once, one more is added to those chosen.
  const adds = filter.match === 'all' && (facet === 'genres' || facet === 'persons');
  return adds ? filter : { ...filter, ...own[facet] };
}

/** The conditions of a facet's films; none when they are the whole catalog. */
export const conditionsOf = (facet: Facet, filter: FilmFilter): Json[] =>
  movieConditions(widerFilter(facet, filter));

/** Facets that take nothing away share the list's own films. */
const nameOf = (facet: Facet, filter: FilmFilter): string =>
  JSON.stringify(widerFilter(facet, filter)) === JSON.stringify(filter) ? 'listed' : facet;

const some = (name: string) => sql.ref(`some_${name}`);
const beyondCap = (name: string) => sql`(select count(*) from ${some(name)}) > ${sql.lit(COUNT_CAP)}`;

/** The table of a facet's films: { id, country_id, director_id, decade, bucket, weight }. */
export const filmsOf = (facet: Facet, filter: FilmFilter): Json => sql.ref(`films_${nameOf(facet, filter)}`);
/** Whether that is a sample. */
export const isSample = (facet: Facet, filter: FilmFilter): Json => beyondCap(nameOf(facet, filter));

/** The common table expressions that filmsOf() and isSample() read. Those that nobody reads cost nothing. */
export function facetFilms(filter: FilmFilter): Json {
  const facets: Facet[] = ['genres', 'countries', 'decades', 'minutes', 'directors', 'persons'];
  const named = new Map(facets.map((facet) => [nameOf(facet, filter), conditionsOf(facet, filter)]));
  return sql.join(
    [...named].map(([name, conditions]) => {
      const columns = sql`m.id, m.country_id, m.director_id, ${decadeOf(sql`m.release_date`)} as decade,
        width_bucket(m.duration_minutes, ${starts}::int[]) as bucket`;
      const sampled = and([...conditions, beyondCap(name)]);
      return sql`${some(name)} as materialized (
          select ${columns} from movies m ${and(conditions)} limit ${sql.lit(COUNT_CAP + 1)}),
        ${sql.ref(`films_${name}`)} as materialized (
          select *, 1::float8 as weight from ${some(name)} where not ${beyondCap(name)}
          union all
          select ${columns}, ${weightIn('movies')} from ${sampleOf('movies', 'm')} ${sampled})`;
    }),
  );
}
