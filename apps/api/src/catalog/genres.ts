import { genreCard as genreCardRow } from '@cinematheque/shared/genre';
import { item, page } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Json } from '../json.ts';
import { matches, readPage, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { listInput } from './lists.ts';
import { missing } from './missing.ts';

const sorts = { name: sortBy.text('g.sort_name') };

/** genre.ts `genreCard` over alias g. */
export const genreCard: Json = sql`json_build_object('id', g.id, 'name', g.name,
  'movies', (select count(*) from movie_genres x where x.genre_id = g.id))`;

export const genres = router({
  list: publicProcedure
    .input(listInput(sorts))
    .output(page(genreCardRow))
    .query(({ ctx, input: { q, sort = 'name', cursor, limit = 100 } }) =>
      readPage(ctx.db, {
        table: 'genres',
        alias: 'g',
        where: matches('g.sort_name', q),
        sort: [sorts[sort], sortBy.id('g.id')],
        row: genreCard,
        limit,
        cursor,
      }),
    ),
  get: publicProcedure
    .input(z.strictObject({ id }))
    .output(item(genreCardRow))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof genreCardRow> | null>(
        sql`select (select ${genreCard} from genres g where g.id = ${input.id}) as j`,
      );
      if (!found) throw await missing(ctx.db, 'genres', input.id);
      return { item: found };
    }),
});
