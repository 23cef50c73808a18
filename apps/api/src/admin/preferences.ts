import { listName, listPreferences } from '@cinematheque/shared/lists';
import { sql } from 'kysely';
import { z } from 'zod';
import { editorProcedure } from '../trpc.ts';

const answer = z.object({ value: listPreferences.nullable() });

/** How whoever is signed in likes each list; null for a list as it comes. */
export const preferences = {
  get: editorProcedure
    .input(z.strictObject({ list: listName }))
    .output(answer)
    .query(async ({ ctx, input }) => ({
      value: await ctx.db.read(sql`select (select value from list_preferences
        where user_id = ${ctx.viewer.id} and list = ${input.list}) as j`),
    })),
  set: editorProcedure
    .input(z.strictObject({ list: listName, value: listPreferences.nullable() }))
    .output(answer)
    .mutation(async ({ ctx, input: { list, value } }) => {
      const mine = sql`user_id = ${ctx.viewer.id} and list = ${list}`;
      await ctx.db.unlogged(
        value === null
          ? sql`delete from list_preferences where ${mine}`
          : sql`insert into list_preferences (user_id, list, value)
              values (${ctx.viewer.id}, ${list}, ${JSON.stringify(value)}::jsonb)
              on conflict (user_id, list) do update set value = excluded.value`,
      );
      return { value };
    }),
};
