import { User } from '@cinematheque/db/entities/user';
import { deleteRows } from '@cinematheque/db/repository';
import { accountData, deleteAccountInput } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, instant, movieRef } from '../json.ts';
import { keepingAnAdministrator } from '../last-admin.ts';
import { byViewer } from '../records.ts';
import { personProcedure, unbatchedPersonProcedure } from '../trpc.ts';
import { dropUnusedBytes } from '../unused-bytes.ts';
import { takeAvatar } from './avatar.ts';
import { confirmPassword, readMe } from './me.ts';

export const ownData = {
  /** Everything that the catalog knows of oneself. */
  download: personProcedure.output(accountData).query(async ({ ctx }) => {
    const { id } = ctx.viewer;
    const written = await ctx.db.read<Pick<z.input<typeof accountData>, 'favorites' | 'changes'>>(sql`
      select json_build_object(
        'favorites', ${array(sql`select json_build_object('movie', ${movieRef('m')},
            'keptAt', ${instant('f', 'created_at')}) as j
          from favorite_movies f join movies m on m.id = f.movie_id
          where f.user_id = ${id} order by f.created_at desc, m.id`)},
        'changes', ${array(sql`select json_build_object('at', ${instant('c', 'at')}, 'summary', c.summary) as j
          from changes c where c.user_id = ${id} order by c.id desc`)}) as j`);
    const [profile, devices] = [await readMe(ctx, id), await ctx.sessions.list(id, ctx.sessionId)];
    return { profile, devices, ...written };
  }),
  /** Takes favorites, portrait, links and sessions with it. The log keeps "deleted user". */
  delete: unbatchedPersonProcedure
    .input(deleteAccountInput)
    .output(z.object({ deleted: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.viewer;
      await confirmPassword(ctx, 'password', input.password);
      const keys = await ctx.db.change(byViewer(ctx.viewer, 'Deleted the own account'), async (tx) => {
        const taken = await takeAvatar(tx, id);
        await keepingAnAdministrator(tx, () => deleteRows(tx, User, [{ id }]), 'password');
        return taken;
      });
      await dropUnusedBytes(ctx, keys);
      ctx.audit('account deleted', { userId: id });
      ctx.setHeader('set-cookie', await ctx.sessions.end(ctx.sessionId));
      return { deleted: true } as const;
    }),
  /** Initials stand in its place again. */
  removeAvatar: personProcedure.output(z.object({ removed: z.literal(true) })).mutation(async ({ ctx }) => {
    const keys = await ctx.db.change(byViewer(ctx.viewer, 'Removed the own portrait'), (tx) =>
      takeAvatar(tx, ctx.viewer.id),
    );
    await dropUnusedBytes(ctx, keys);
    return { removed: true } as const;
  }),
};
