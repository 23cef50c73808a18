import { select } from '@cinematheque/db/change';
import { listName, savedView, viewInput } from '@cinematheque/shared/lists';
import { item, items } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Viewer } from '../context.ts';
import { array, type Json } from '../json.ts';
import { byViewer, notFound } from '../records.ts';
import { editorProcedure } from '../trpc.ts';

const json = sql`json_build_object('id', v.id, 'name', v.name, 'shared', v.user_id is null, 'search', v.search)`;

/** One's own and everybody's: any editor may mend or remove the latter. */
const visible = (viewer: Viewer): Json => sql`(v.user_id is null or v.user_id = ${viewer.id})`;

type View = z.infer<typeof savedView>;

/** The saved views of a list. */
export const views = {
  list: editorProcedure
    .input(z.strictObject({ list: listName }))
    .output(items(savedView))
    .query(async ({ ctx, input }) => ({
      items: await ctx.db.read<View[]>(
        sql`select ${array(sql`select ${json} as j from saved_views v
        where v.list = ${input.list} and ${visible(ctx.viewer)} order by v.user_id is null desc, v.id`)} as j`,
      ),
    })),
  create: editorProcedure
    .input(z.strictObject({ data: viewInput }))
    .output(item(savedView))
    .mutation(async ({ ctx, input: { data } }) => {
      const [made] = await ctx.db.change(byViewer(ctx.viewer, 'Saved a view'), (tx) =>
        select(
          tx,
          sql<{ j: View }>`insert into saved_views as v (user_id, list, name, search)
            values (${data.shared ? null : ctx.viewer.id}, ${data.list}, ${data.name}, ${JSON.stringify(data.search)}::jsonb)
            returning ${json} as j`,
        ),
      );
      if (!made) throw new Error('The view was not saved');
      return { item: made.j };
    }),
  update: editorProcedure
    .input(z.strictObject({ id, data: viewInput.omit({ list: true }).partial() }))
    .output(item(savedView))
    .mutation(async ({ ctx, input: { id, data } }) => {
      const set = [
        ...(data.name === undefined ? [] : [sql`name = ${data.name}`]),
        ...(data.shared === undefined ? [] : [sql`user_id = ${data.shared ? null : ctx.viewer.id}`]),
        ...(data.search === undefined ? [] : [sql`search = ${JSON.stringify(data.search)}::jsonb`]),
        sql`list = v.list`,
      ];
      const [changed] = await ctx.db.change(byViewer(ctx.viewer, 'Changed a view'), (tx) =>
        select(
          tx,
          sql<{ j: View }>`update saved_views v set ${sql.join(set)}
            where v.id = ${id} and ${visible(ctx.viewer)} returning ${json} as j`,
        ),
      );
      if (!changed) throw notFound({ noun: 'view' });
      return { item: changed.j };
    }),
  remove: editorProcedure
    .input(z.strictObject({ id }))
    .output(z.object({ removed: z.int() }))
    .mutation(async ({ ctx, input }) => {
      const gone = await ctx.db.change(byViewer(ctx.viewer, 'Removed a view'), (tx) =>
        select(
          tx,
          sql`delete from saved_views v where v.id = ${input.id} and ${visible(ctx.viewer)} returning 1`,
        ),
      );
      return { removed: gone.length };
    }),
};
