import { characterCard as characterCardRow, characterPage } from '@cinematheque/shared/character';
import { item, page } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, type Json, movieRef, personRef } from '../json.ts';
import { matches, readPage, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { listInput } from './lists.ts';
import { missing } from './missing.ts';

const sorts = { name: sortBy.text('c.name_folded') };

/** character.ts `characterCard` over an alias; `more` adds pairs of key and value. */
export const characterCard = (alias: string, more: Json = sql``): Json => sql`json_build_object(
  'id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}, 'role', ${sql.ref(`${alias}.role`)},
  'movie', (select ${movieRef('m')} from movies m where m.id = ${sql.ref(`${alias}.movie_id`)}),
  'person', (select ${personRef('p')} from persons p where p.id = ${sql.ref(`${alias}.person_id`)})${more})`;

const card = characterCard('c');

const others = array(sql`select ${characterCard('o')} as j from characters o
  where o.name_folded = c.name_folded and o.id <> c.id order by o.id limit 50`);

const whole = characterCard('c', sql`, 'description', c.description, 'others', ${others}`);

export const characters = router({
  list: publicProcedure
    .input(listInput(sorts))
    .output(page(characterCardRow))
    .query(({ ctx, input: { q, sort = 'name', cursor, limit = 24 } }) =>
      readPage(ctx.db, {
        table: 'characters',
        alias: 'c',
        where: matches('c.name_folded', q),
        sort: [sorts[sort], sortBy.id('c.id')],
        row: card,
        limit,
        cursor,
      }),
    ),
  get: publicProcedure
    .input(z.strictObject({ id }))
    .output(item(characterPage))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof characterPage> | null>(
        sql`select (select ${whole} from characters c where c.id = ${input.id}) as j`,
      );
      if (!found) throw await missing(ctx.db, 'characters', input.id);
      return { item: found };
    }),
});
