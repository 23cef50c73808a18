import { directorCard as directorCardRow, directorPage } from '@cinematheque/shared/director';
import { letters } from '@cinematheque/shared/letters';
import { item, page, pageInput } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, image, type Json, movieCard } from '../json.ts';
import { matches, readPage, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { readLetters } from './letters.ts';
import { listInput } from './lists.ts';
import { missing } from './missing.ts';

const sorts = { name: sortBy.text('d.sort_name') };

const base = sql`'id', d.id, 'firstName', d.first_name, 'lastName', d.last_name, 'personId', d.person_id,
  'photo', ${image('d', 'photo_file_id')}`;

/** director.ts `directorCard` over alias d. */
export const directorCard: Json = sql`json_build_object(${base},
  'movies', (select k.movies from director_counters k where k.director_id = d.id),
  'knownFor', array(select m.title from movies m where m.director_id = d.id
    order by m.release_date desc nulls last, m.id limit 3))`;

const directed = array(sql`select ${movieCard('m')} as j from movies m where m.director_id = d.id
  order by m.release_date desc nulls first, m.id desc`);

export const directors = router({
  list: publicProcedure
    .input(listInput(sorts))
    .output(page(directorCardRow))
    .query(({ ctx, input: { q, sort = 'name', cursor, limit = 24 } }) =>
      readPage(ctx.db, {
        table: 'directors',
        alias: 'd',
        where: matches('d.name_folded', q),
        sort: [sorts[sort], sortBy.id('d.id')],
        row: directorCard,
        limit,
        cursor,
      }),
    ),
  get: publicProcedure
    .input(z.strictObject({ id }))
    .output(item(directorPage))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof directorPage> | null>(sql`select (
        select json_build_object(${base}, 'movies', ${directed}) from directors d where d.id = ${input.id}) as j`);
      if (!found) throw await missing(ctx.db, 'directors', input.id);
      return { item: found };
    }),
  /** The letters of the list by name. */
  letters: publicProcedure
    .input(z.strictObject({ q: pageInput.q }).default({}))
    .output(letters)
    .query(({ ctx, input: { q } }) =>
      readLetters(ctx.db, {
        table: 'directors',
        alias: 'd',
        text: 'd.sort_name',
        where: matches('d.name_folded', q),
      }),
    ),
});
