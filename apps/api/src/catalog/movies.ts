import type { Database } from '@cinematheque/db/open';
import { movieFacets } from '@cinematheque/shared/facets';
import { letters } from '@cinematheque/shared/letters';
import {
  type MovieListInput,
  movieFilterInput,
  movieListInput,
  moviePage,
  randomMovieInput,
  relatedMovie,
} from '@cinematheque/shared/movie';
import { movieCard as movieCardRow } from '@cinematheque/shared/movie-card';
import { item, items, page } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { cast, type Json, movieCard } from '../json.ts';
import { readFacets } from '../movie-facets.ts';
import { movieConditions, movieSorts } from '../movie-filter.ts';
import { and, readPage, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { readLetters } from './letters.ts';
import { missing } from './missing.ts';
import { readRelated } from './related.ts';

const card = movieCard('m');
const whole = movieCard(
  'm',
  sql`, 'description', m.description, 'cast', ${cast('m')},
    'favorites', coalesce((select k.favorites from movie_counters k where k.movie_id = m.id), 0)`,
);

export function listMovies(db: Database, input: MovieListInput, more: Json[] = []) {
  const { sort = 'newest' } = input;
  const key = movieSorts[sort];
  return readPage<z.input<typeof movieCardRow>>(db, {
    table: 'movies',
    alias: 'm',
    sortJoin: sort === 'favorites' ? sql`join movie_counters kept on kept.movie_id = m.id` : undefined,
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
    .meta({ keep: 'briefly' })
    .input(movieListInput.default({}))
    .output(page(movieCardRow))
    .query(({ ctx, input }) => listMovies(ctx.db, input)),
  /** One film with everything. */
  get: publicProcedure
    .meta({ keep: 'briefly' })
    .input(z.strictObject({ id }))
    .output(item(moviePage))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof moviePage> | null>(
        sql`select (select ${whole} from movies m where m.id = ${input.id}) as j`,
      );
      if (!found) throw await missing(ctx.db, 'movies', input.id);
      return { item: found };
    }),
  /** How many films each further filter would leave. */
  facets: publicProcedure
    .input(movieFilterInput.default({}))
    .output(movieFacets)
    .query(({ ctx, input }) => readFacets(ctx.db, input)),
  /** The letters of the list by title. */
  letters: publicProcedure
    .input(movieFilterInput.default({}))
    .output(letters)
    .query(({ ctx, input }) =>
      readLetters(ctx.db, {
        table: 'movies',
        alias: 'm',
        text: 'm.sort_title',
        where: movieConditions(input),
      }),
    ),
  /** Films that go with one, each with the reason. */
  related: publicProcedure
    .input(z.strictObject({ id, limit: z.int().min(1).max(24).optional() }))
    .output(items(relatedMovie))
    .query(async ({ ctx, input: { id, limit = 6 } }) => {
      const found = await readRelated(ctx.db, id, limit);
      if (!found) throw await missing(ctx.db, 'movies', id);
      return found;
    }),
  /** Any one of the films that a filter leaves, another each time; null when it leaves none. */
  random: publicProcedure
    .meta({ keep: 'never' })
    .input(randomMovieInput.default({}))
    .output(z.object({ item: movieCardRow.nullable() }))
    .query(({ ctx, input: { except, ...filter } }) => {
      ctx.setHeader('cache-control', 'no-store');
      const conditions = and([...movieConditions(filter), ...(except ? [sql`m.id <> ${except}`] : [])]);
      return ctx.db.read(sql`select json_build_object('item', (select ${card} from movies m
        where m.id = (select m.id from movies m ${conditions} order by random() limit 1))) as j`);
    }),
});
