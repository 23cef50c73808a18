import { select } from '@cinematheque/db/change';
import { movieFacets } from '@cinematheque/shared/facets';
import {
  favoriteListInput,
  favoritesFormat,
  favoritesImportInput,
  importReport,
  letGo,
  textFile,
} from '@cinematheque/shared/favorite';
import { movieFilterInput } from '@cinematheque/shared/movie';
import { movieCard as movieCardRow } from '@cinematheque/shared/movie-card';
import { page } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { instant } from '../json.ts';
import { readFacets } from '../movie-facets.ts';
import { router, userProcedure } from '../trpc.ts';
import { importFavorites } from './import.ts';
import { listFavorites } from './list.ts';
import { readFavorites } from './read-file.ts';
import { writeFavorites } from './write-file.ts';

const one = z.strictObject({ movieId: id });
const favorite = z.object({ favorite: z.boolean() });

/** One's own favorites: nobody's id is ever taken from the client. */
export const favorites = router({
  /** The films that one keeps, by the catalog's own filters; the last kept first. */
  list: userProcedure
    .input(favoriteListInput.default({}))
    .output(page(movieCardRow))
    .query(({ ctx, input }) => listFavorites(ctx.db, ctx.viewer.id, input)),
  /** How many of one's own each value of a filter would leave. */
  facets: userProcedure
    .input(movieFilterInput.default({}))
    .output(movieFacets)
    .query(({ ctx, input }) => readFacets(ctx.db, { ...input, keptBy: ctx.viewer.id })),
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
  /** All of them as a file. */
  export: userProcedure
    .input(z.strictObject({ format: favoritesFormat }))
    .output(textFile)
    .query(({ ctx, input }) => writeFavorites(ctx.db, ctx.viewer.id, input.format)),
  /** Keeps the films of such a file, and says what became of each. */
  import: userProcedure
    .input(favoritesImportInput)
    .output(importReport)
    .mutation(({ ctx, input: { text, format } }) =>
      importFavorites(ctx.db, ctx.viewer.id, readFavorites(text, format)),
    ),
  /** Lets several films go at once; what it gives, `restore` takes. */
  removeMany: userProcedure
    .input(z.strictObject({ movieIds: z.array(id).min(1).max(1000) }))
    .output(z.object({ removed: z.array(letGo) }))
    .mutation(async ({ ctx, input }) => {
      const author = { channel: 'ui', userId: ctx.viewer.id, summary: 'Let films go' } as const;
      const removed = await ctx.db.change(author, (tx) =>
        select(
          tx,
          sql<z.infer<typeof letGo>>`delete from favorite_movies f where user_id = ${ctx.viewer.id}
            and movie_id = any(${input.movieIds}::int[])
            returning movie_id as "movieId", ${instant('f', 'created_at')} as "keptAt"`,
        ),
      );
      return { removed };
    }),
  /** Undoes that: the films are kept again, each in its old place. */
  restore: userProcedure
    .input(z.strictObject({ films: z.array(letGo).min(1).max(1000) }))
    .output(z.object({ restored: z.int() }))
    .mutation(async ({ ctx, input }) => {
      const author = { channel: 'ui', userId: ctx.viewer.id, summary: 'Kept films again' } as const;
      const [ids, times] = [
        input.films.map(({ movieId }) => movieId),
        input.films.map(({ keptAt }) => keptAt),
      ];
      const restored = await ctx.db.change(author, (tx) =>
        select(
          tx,
          sql`insert into favorite_movies (user_id, movie_id, created_at)
            select ${ctx.viewer.id}::int, m.id, least(now(), max(given.at))
            from unnest(${ids}::int[], ${times}::timestamptz[]) given (id, at) join movies m on m.id = given.id
            group by m.id on conflict do nothing returning movie_id`,
        ),
      );
      return { restored: restored.length };
    }),
});
