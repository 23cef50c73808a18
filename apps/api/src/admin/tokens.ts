import { tokenInput, tokenRow } from '@cinematheque/shared/api-token';
import { item, items } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, instant } from '../json.ts';
import { adminProcedure } from '../trpc.ts';

const json = sql`json_build_object('id', t.id, 'name', t.name, 'scope', t.scope,
  'user', (select json_build_object('id', u.id, 'username', u.username) from users u where u.id = t.user_id),
  'createdAt', ${instant('t', 'created_at')}, 'expiresAt', ${instant('t', 'expires_at')},
  'expired', t.expires_at <= now(), 'lastUsedAt', ${instant('t', 'last_used_at')})`;

/** API tokens. Like sessions they are no part of the catalog, and not in the change log. */
export const tokens = {
  list: adminProcedure.output(items(tokenRow)).query(async ({ ctx }) => ({
    items: await ctx.db.read<z.input<typeof tokenRow>[]>(
      sql`select ${array(sql`select ${json} as j from api_tokens t order by t.id desc`)} as j`,
    ),
  })),
  /** Makes a token in one's own name. The token itself is in this answer, and nowhere else ever again. */
  create: adminProcedure
    .input(z.strictObject({ data: tokenInput }))
    .output(item(tokenRow).extend({ token: z.string() }))
    .mutation(async ({ ctx, input: { data } }) => {
      const { secret, hash } = ctx.apiTokens.make();
      const [made] = await ctx.db.unlogged<{ j: z.input<typeof tokenRow> }>(sql`
        insert into api_tokens as t (name, secret_hash, scope, user_id, expires_at)
        values (${data.name}, ${hash}, ${data.scope}, ${ctx.viewer.id}, now() + make_interval(days => ${data.days}))
        returning ${json} as j`);
      if (!made) throw new Error('The token was not kept');
      ctx.audit('token made', { tokenId: made.j.id, scope: data.scope });
      return { item: made.j, token: secret };
    }),
  /** Ends tokens at once. */
  remove: adminProcedure
    .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ removed: z.int() }))
    .mutation(async ({ ctx, input }) => {
      const gone = await ctx.db.unlogged(
        sql`delete from api_tokens where id = any(${input.ids}::int[]) returning id`,
      );
      ctx.audit('token revoked', { tokenIds: input.ids });
      return { removed: gone.length };
    }),
};
