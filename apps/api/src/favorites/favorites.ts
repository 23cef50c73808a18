import { movieCard as movieCardRow } from '@cinematheque/shared/movie-card';
import { page, pageInput } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { movieCard } from '../json.ts';
import { matches, readPage, sortBy } from '../page.ts';
import { router, userProcedure } from '../trpc.ts';

const one = z.strictObject({ movieId: id });
const favorite = z.object({ favorite: z.boolean() });

const card = movieCard('m');

/** One's own favorites: nobody's id is ever taken from the client. */
export const favorites = router({
  /** The films that one keeps, the last kept first. */
  list: userProcedure
    .input(z.strictObject(pageInput).default({}))
    .output(page(movieCardRow))
    .query(({ ctx, input: { q, cursor, limit = 24 } }) =>
      readPage(ctx.db, {
        table: 'movies',
        alias: 'm',
        join: sql`join favorite_movies kept on kept.movie_id = m.id and kept.user_id = ${ctx.viewer.id}`,
        where: [sql`kept.user_id = ${ctx.viewer.id}`, ...matches('m.title_folded', q)],
        sort: [sortBy.instant('kept.created_at', true), sortBy.id('kept.movie_id', true)],
        row: card,
        limit,
        cursor,
      }),
    ),
  /** The ids of all of them, for the hearts on a page. */
  ids: userProcedure.output(z.object({ ids: z.array(id) })).query(({ ctx }) =>
    ctx.db.read(sql`select json_build_object('ids', (select coalesce(json_agg(movie_id), '[]')
      from favorite_movies where user_id = ${ctx.viewer.id})) as j`),
  ),
  /** Keeps a film; keeping it again changes nothing. */
  add: userProcedure
    .input(one)
    .output(favorite)
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.viewer;
      const [film] = await ctx.db.change({ channel: 'ui', userId: id, summary: 'Kept a film' }, (tx) =>
        tx.execute<{ id: number }[]>(
          `with film as (select id from movies where id = ? for key share),
             kept as (insert into favorite_movies (user_id, movie_id) select ?, id from film on conflict do nothing)
           select id from film`,
          [input.movieId, id],
        ),
      );
      if (!film) throw new AppError('NOT_FOUND', 'There is no such film (any more)');
      return { favorite: true };
    }),
  /** Lets a film go; letting it go again changes nothing. */
  remove: userProcedure
    .input(one)
    .output(favorite)
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.viewer;
      await ctx.db.change({ channel: 'ui', userId: id, summary: 'Let a film go' }, (tx) =>
        tx.execute('delete from favorite_movies where user_id = ? and movie_id = ?', [id, input.movieId]),
      );
      return { favorite: false };
    }),
});
