import type { MovieFilter } from '@cinematheque/shared/movie';
import type { MovieSort } from '@cinematheque/shared/movie-sorts';
import { sql } from 'kysely';
import type { Json } from './json.ts';
import { matches, type SortKey, sortBy } from './page.ts';

/** What the filters and orders of films mean, in the catalog and among somebody's favorites alike. Films are `m`. */

/** `favorites` counts them in movie_counters, joined as `kept`. */
export const movieSorts: Record<MovieSort, SortKey> = {
  newest: sortBy.date('m.release_date', true),
  oldest: sortBy.date('m.release_date'),
  title: sortBy.text('m.sort_title'),
  longest: sortBy.int('m.duration_minutes', true),
  shortest: sortBy.int('m.duration_minutes'),
  budget: sortBy.int('m.budget', true),
  favorites: sortBy.id('kept.favorites', true),
  added: sortBy.instant('m.created_at', true),
};

/** Any of some values; nothing when none are given. */
const any = (values: number[] | undefined, condition: (list: Json) => Json): Json[] =>
  values?.length ? [condition(sql`${values}::int[]`)] : [];
const none = (values: number[] | undefined, condition: (list: Json) => Json): Json[] =>
  any(values, (list) => sql`not coalesce(${condition(list)}, false)`);

const ofGenre = (list: Json) =>
  sql`exists (select from movie_genres g where g.movie_id = m.id and g.genre_id = any(${list}))`;
const ofCountry = (list: Json) => sql`m.country_id = any(${list})`;
const byDirector = (list: Json) => sql`m.director_id = any(${list})`;
const withPerson = (list: Json) =>
  sql`exists (select from movie_persons p where p.movie_id = m.id and p.person_id = any(${list}))`;

/** The day that films are listed by, so that the list's own index finds the years; an unknown one is before all. */
const released = sql`coalesce(m.release_date, '-infinity'::date)`;
const since = (year: number) => sql`${released} >= make_date(${year}, 1, 1)`;
const before = (year: number) => sql`${released} < make_date(${year}, 1, 1)`;
const inDecade = (decade: number) => sql`${since(decade)} and ${before(decade + 10)}`;
const inDecades = (decades: number[] = []): Json[] =>
  decades.length ? [sql`(${sql.join(decades.map(inDecade), sql` or `)})`] : [];

const keptBy = (userId: number) =>
  sql`exists (select from favorite_movies k where k.movie_id = m.id and k.user_id = ${userId})`;

/** What films are filtered by: as a client may ask, and among those that somebody keeps. */
export interface FilmFilter extends MovieFilter {
  keptBy?: number;
}

const keptByMany = (visitors: number) => sql`exists (select from movie_counters c
  where c.movie_id = m.id and c.favorites >= ${visitors})`;

/** What a filter means: values of one kind are alternatives, or all of them with `match: 'all'`. */
export function movieConditions(filter: FilmFilter): Json[] {
  const all = filter.match === 'all';
  const each = (values: number[] | undefined, condition: (list: Json) => Json) =>
    all ? (values ?? []).flatMap((value) => any([value], condition)) : any(values, condition);
  return [
    ...(filter.keptBy === undefined ? [] : [keptBy(filter.keptBy)]),
    ...matches('m.title_folded', filter.q),
    ...each(filter.genres, ofGenre),
    ...each(filter.persons, withPerson),
    ...any(filter.countries, ofCountry),
    ...any(filter.directors, byDirector),
    ...inDecades(filter.decades),
    ...none(filter.excludeGenres, ofGenre),
    ...none(filter.excludePersons, withPerson),
    ...none(filter.excludeCountries, ofCountry),
    ...none(filter.excludeDirectors, byDirector),
    ...inDecades(filter.excludeDecades).map((decades) => sql`not ${decades}`),
    ...(filter.yearFrom ? [since(filter.yearFrom)] : []),
    ...(filter.yearTo ? [before(filter.yearTo + 1), sql`m.release_date is not null`] : []),
    ...(filter.minutesFrom !== undefined ? [sql`m.duration_minutes >= ${filter.minutesFrom}`] : []),
    ...(filter.favoritesFrom ? [keptByMany(filter.favoritesFrom)] : []),
    ...(filter.minutesTo !== undefined ? [sql`m.duration_minutes <= ${filter.minutesTo}`] : []),
  ];
}
