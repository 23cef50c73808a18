import { countryCard as countryCardRow } from '@cinematheque/shared/country';
import { item, page } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Json } from '../json.ts';
import { matches, readPage, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { listInput } from './lists.ts';
import { missing } from './missing.ts';

const sorts = { name: sortBy.text('c.sort_name') };

/** country.ts `countryCard` over alias c. */
export const countryCard: Json = sql`json_build_object('id', c.id, 'name', c.name, 'isoCode', c.iso_code,
  'movies', (select count(*) from movies x where x.country_id = c.id))`;

export const countries = router({
  list: publicProcedure
    .input(listInput(sorts))
    .output(page(countryCardRow))
    .query(({ ctx, input: { q, sort = 'name', cursor, limit = 100 } }) =>
      readPage(ctx.db, {
        table: 'countries',
        alias: 'c',
        where: matches('c.sort_name', q),
        sort: [sorts[sort], sortBy.id('c.id')],
        row: countryCard,
        limit,
        cursor,
      }),
    ),
  get: publicProcedure
    .input(z.strictObject({ id }))
    .output(item(countryCardRow))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof countryCardRow> | null>(
        sql`select (select ${countryCard} from countries c where c.id = ${input.id}) as j`,
      );
      if (!found) throw await missing(ctx.db, 'countries', input.id);
      return { item: found };
    }),
});
