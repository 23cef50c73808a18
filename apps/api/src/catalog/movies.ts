import type { Database } from '@cinematheque/db/open';
import { type MovieListInput, type MovieSort, movieListInput, moviePage } from '@cinematheque/shared/movie';
import { movieCard as movieCardRow } from '@cinematheque/shared/movie-card';
import { item, page } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { cast, type Json, movieCard } from '../json.ts';
import { matches, readPage, type SortKey, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';

const sorts: Record<MovieSort, SortKey> = {
  newest: sortBy.date('m.release_date', true),
  oldest: sortBy.date('m.release_date'),
  title: sortBy.text('m.sort_title'),
  longest: sortBy.int('m.duration_minutes', true),
  shortest: sortBy.int('m.duration_minutes'),
  budget: sortBy.int('m.budget', true),
  favorites: sortBy.id('kept.favorites', true),
  added: sortBy.instant('m.created_at', true),
};

const card = movieCard('m');
const whole = movieCard(
  'm',
  sql`, 'description', m.description, 'cast', ${cast('m')},
    'favorites', coalesce((select k.favorites from movie_counters k where k.movie_id = m.id), 0)`,
);

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

/** What a filter means: values of one kind are alternatives, or all of them with `match: 'all'`. */
export function movieConditions(filter: MovieListInput): Json[] {
  const all = filter.match === 'all';
  const each = (values: number[] | undefined, condition: (list: Json) => Json) =>
    all ? (values ?? []).flatMap((value) => any([value], condition)) : any(values, condition);
  return [
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
    ...(filter.minutesTo !== undefined ? [sql`m.duration_minutes <= ${filter.minutesTo}`] : []),
  ];
}

export function listMovies(db: Database, input: MovieListInput, more: Json[] = []) {
  const { sort = 'newest' } = input;
  const key = sorts[sort];
  return readPage<z.input<typeof movieCardRow>>(db, {
    table: 'movies',
    alias: 'm',
    join: sort === 'favorites' ? sql`join movie_counters kept on kept.movie_id = m.id` : undefined,
    where: [...movieConditions(input), ...more],
    // Both keys from one table: an index holds no others.
    sort: [key, sortBy.id(sort === 'favorites' ? 'kept.movie_id' : 'm.id', key.descending)],
    row: card,
    limit: input.limit ?? 24,
    cursor: input.cursor,
  });
}

export const movies = router({
  /** Films by filter, 24 at a time, the newest first. */
  list: publicProcedure
    .input(movieListInput.default({}))
    .output(page(movieCardRow))
    .query(({ ctx, input }) => listMovies(ctx.db, input)),
  /** One film with everything. */
  get: publicProcedure
    .input(z.strictObject({ id }))
    .output(item(moviePage))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof moviePage> | null>(
        sql`select (select ${whole} from movies m where m.id = ${input.id}) as j`,
      );
      if (!found) throw new AppError('NOT_FOUND', 'There is no such film');
      return { item: found };
    }),
});
