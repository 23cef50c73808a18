import { items, page } from '@cinematheque/shared/resource';
import {
  actorBudget,
  actorPair,
  career,
  countryCount,
  decadeCount,
  directorBudget,
  directorPair,
  genreCount,
  overview,
  pairsInput,
  rankingInput,
  recentMovie,
  recentMoviesInput,
  userFavorites,
  yearCount,
} from '@cinematheque/shared/statistics';
import { sql } from 'kysely';
import { array, directorRef, movieCard, personRef } from '../json.ts';
import { readPage, sortBy } from '../page.ts';
import { adminProcedure, publicProcedure, router } from '../trpc.ts';
import { actorPairs, directorPairs } from './pairs.ts';

const person = sql`(select ${personRef('p')} from persons p where p.id = k.person_id)`;
const director = sql`(select ${directorRef('d')} from directors d where d.id = k.director_id)`;
const year = sql`extract(year from m.release_date)::int`;
const released = sql`coalesce(m.release_date, '-infinity'::date)`;

/** What the catalog says when it is counted. The rankings read the counters that follow every write. */
export const statistics = router({
  overview: publicProcedure.output(overview).query(({ ctx }) =>
    ctx.db.read(sql`select json_build_object('movies', count(*), 'minutes', coalesce(sum(m.duration_minutes), 0),
        'budget', coalesce(sum(m.budget), 0), 'firstYear', min(${year}), 'lastYear', max(${year}),
        'persons', (select count(*) from persons), 'directors', (select count(*) from directors),
        'characters', (select count(*) from characters), 'genres', (select count(*) from genres),
        'countries', (select count(*) from countries)) as j
      from movies m`),
  ),
  /** Persons by the budgets of all films that they are in. */
  actorsByTotalBudget: publicProcedure
    .input(rankingInput)
    .output(page(actorBudget))
    .query(({ ctx, input: { cursor, limit = 20 } }) =>
      readPage(ctx.db, {
        table: 'person_counters',
        alias: 'k',
        where: [sql`k.budgeted > 0`],
        sort: [
          { by: sql`k.budgets`, name: 'budgets', type: 'bigint', descending: true },
          sortBy.id('k.person_id', true),
        ],
        row: sql`json_build_object('person', ${person}, 'totalBudget', k.budgets, 'movies', k.budgeted)`,
        limit,
        cursor,
      }),
    ),
  /** Directors by the average budget of their films. */
  directorsByAverageBudget: publicProcedure
    .input(rankingInput)
    .output(page(directorBudget))
    .query(({ ctx, input: { cursor, limit = 20 } }) => {
      const average = sql`(k.budgets::float8 / nullif(k.budgeted, 0))`;
      return readPage(ctx.db, {
        table: 'director_counters',
        alias: 'k',
        where: [sql`k.budgeted > 0`],
        sort: [
          { by: average, name: 'average', type: 'float8', descending: true },
          sortBy.id('k.director_id', true),
        ],
        row: sql`json_build_object('director', ${director}, 'averageBudget', ${average}, 'movies', k.budgeted)`,
        limit,
        cursor,
      });
    }),
  /** The films of the last years, the newest first, each with the number of people in it. */
  recentMovies: publicProcedure
    .input(recentMoviesInput)
    .output(page(recentMovie))
    .query(({ ctx, input: { years, until, cursor, limit = 24 } }) => {
      const end = until ? sql`${until}::date` : sql`current_date`;
      return readPage(ctx.db, {
        table: 'movies',
        alias: 'm',
        where: [sql`${released} <= ${end}`, sql`${released} > ${end} - make_interval(years => ${years})`],
        sort: [sortBy.date('m.release_date', true), sortBy.id('m.id', true)],
        row: sql`json_build_object('movie', ${movieCard('m')},
          'actors', (select count(*) from movie_persons p where p.movie_id = m.id))`,
        limit,
        cursor,
      });
    }),
  /** Every user with the films that he keeps: nobody's business but the administrators'. */
  usersWithFavorites: adminProcedure
    .input(rankingInput)
    .output(page(userFavorites))
    .query(({ ctx, input: { cursor, limit = 100 } }) =>
      readPage(ctx.db, {
        table: 'users',
        alias: 'u',
        where: [],
        sort: [sortBy.id('u.id')],
        row: sql`json_build_object('user', json_build_object('id', u.id, 'username', u.username),
          'movieIds', array(select f.movie_id from favorite_movies f where f.user_id = u.id
            order by f.created_at desc, f.movie_id desc))`,
        limit,
        cursor,
      }),
    ),
  moviesByYear: publicProcedure.output(items(yearCount)).query(({ ctx }) =>
    ctx.db.read(
      sql`select json_build_object('items', ${array(sql`
      select json_build_object('year', ${year}, 'movies', count(*)) as j from movies m
      where m.release_date is not null group by ${year} order by ${year}`)}) as j`,
    ),
  ),
  moviesByDecade: publicProcedure.output(items(decadeCount)).query(({ ctx }) =>
    ctx.db.read(
      sql`select json_build_object('items', ${array(sql`
      select json_build_object('decade', decade, 'movies', count(*)) as j
      from (select ${year} / 10 * 10 as decade from movies m) d group by decade order by decade`)}) as j`,
    ),
  ),
  moviesByGenre: publicProcedure.output(items(genreCount)).query(({ ctx }) =>
    ctx.db.read(
      sql`select json_build_object('items', ${array(sql`
      select json_build_object('genre', json_build_object('id', g.id, 'name', g.name), 'movies', n.movies) as j
      from (select genre_id, count(*) as movies from movie_genres group by genre_id) n
      join genres g on g.id = n.genre_id order by n.movies desc, g.sort_name, g.id`)}) as j`,
    ),
  ),
  moviesByCountry: publicProcedure.output(items(countryCount)).query(({ ctx }) =>
    ctx.db.read(
      sql`select json_build_object('items', ${array(sql`
      select json_build_object('country', case when c.id is not null
          then json_build_object('id', c.id, 'name', c.name) end, 'movies', n.movies) as j
      from (select country_id, count(*) as movies from movies group by country_id) n
      left join countries c on c.id = n.country_id
      order by c.id is null, n.movies desc, c.sort_name, c.id`)}) as j`,
    ),
  ),
  /** Persons by the time between their first film and their last. */
  longestCareers: publicProcedure
    .input(rankingInput)
    .output(page(career))
    .query(({ ctx, input: { cursor, limit = 20 } }) =>
      readPage(ctx.db, {
        table: 'person_counters',
        alias: 'k',
        where: [sql`k.last_film > k.first_film`],
        sort: [
          { by: sql`(k.last_film - k.first_film)`, name: 'days', type: 'int', descending: true },
          sortBy.id('k.person_id', true),
        ],
        row: sql`json_build_object('person', ${person}, 'from', extract(year from k.first_film)::int,
          'to', extract(year from k.last_film)::int, 'movies', k.movies,
          'years', extract(year from age(k.last_film, k.first_film))::int)`,
        limit,
        cursor,
      }),
    ),
  /** Who were most often in one film together. */
  frequentPairs: publicProcedure
    .input(pairsInput)
    .output(items(actorPair))
    .query(({ ctx, input: { limit = 20 } }) => actorPairs(ctx.db, limit)),
  /** Who acted most often for one director. */
  frequentDirectorPairs: publicProcedure
    .input(pairsInput)
    .output(items(directorPair))
    .query(({ ctx, input: { limit = 20 } }) => directorPairs(ctx.db, limit)),
});
