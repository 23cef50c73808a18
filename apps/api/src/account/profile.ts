import { User } from '@cinematheque/db/entities/user';
import { updateRow } from '@cinematheque/db/repository';
import { changePasswordInput, profileInput } from '@cinematheque/shared/user';
import { z } from 'zod';
import { byViewer } from '../records.ts';
import { unbatchedPersonProcedure } from '../trpc.ts';
import { addressChangedLetter, passwordChangedLetter, verifyLetter } from './letters.ts';
import { confirmPassword, meOutput, readMe } from './me.ts';

export const profile = {
  /** One's name and address. Another address takes the password, and has to be confirmed anew. */
  update: unbatchedPersonProcedure
    .input(profileInput)
    .output(meOutput)
    .mutation(async ({ ctx, input: { currentPassword, ...data } }) => {
      const { id } = ctx.viewer;
      const before = await readMe(ctx, id);
      const moved = data.email !== undefined && data.email !== before.email;
      if (moved) await confirmPassword(ctx, 'currentPassword', currentPassword);
      await ctx.db.change(byViewer(ctx.viewer, 'Edited the profile'), (tx) =>
        updateRow(tx, User, { id }, { ...data, ...(moved && { emailVerifiedAt: null }) }),
      );
      const user = await readMe(ctx, id);
      if (moved) {
        ctx.audit('address changed');
        ctx.mailer?.send(async () => addressChangedLetter(before));
        ctx.mailer?.send(async () => {
          const link = await ctx.tokens.issue(id, 'verify');
          return link && verifyLetter(user, link.url);
        });
      }
      return { user };
    }),
  /** Ends every other session of the account. */
  changePassword: unbatchedPersonProcedure
    .input(changePasswordInput)
    .output(z.object({ changed: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.viewer;
      await confirmPassword(ctx, 'currentPassword', input.currentPassword);
      const passwordHash = await ctx.passwords.hash(input.newPassword, 'newPassword');
      await ctx.db.change(byViewer(ctx.viewer, 'Changed the password'), (tx) =>
        updateRow(tx, User, { id }, { passwordHash }),
      );
      await ctx.sessions.endAll(id, ctx.sessionId);
      ctx.audit('password changed');
      ctx.mailer?.send(async () =>
        passwordChangedLetter(await readMe(ctx, id), `${ctx.config.publicUrl}/reset-password`),
      );
      return { changed: true } as const;
    }),
};
