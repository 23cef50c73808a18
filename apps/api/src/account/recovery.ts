import { User } from '@cinematheque/db/entities/user';
import { updateRow } from '@cinematheque/db/repository';
import { requestResetInput, resetPasswordInput, verifyEmailInput } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context, Mailer } from '../context.ts';
import { AppError } from '../errors.ts';
import { unbatchedPersonProcedure, unbatchedProcedure } from '../trpc.ts';
import { allowAttempt, countAttempt, networkOf } from './attempts.ts';
import { passwordChangedLetter, resetLetter, verifyLetter } from './letters.ts';
import { findAccount, readMe } from './me.ts';

function mailerOf({ mailer }: Context): Mailer {
  if (!mailer) {
    throw new AppError('FORBIDDEN', 'This catalog sends no e-mail: ask an administrator for a link');
  }
  return mailer;
}

export const recovery = {
  /** Answers the same, at once, whether there is such an account or not; what is to be done is done behind it. */
  requestPasswordReset: unbatchedProcedure
    .input(requestResetInput)
    .output(z.object({ requested: z.literal(true) }))
    .mutation(async ({ ctx, input: { email } }) => {
      const mailer = mailerOf(ctx);
      await allowAttempt(ctx.db, 'resetFrom', networkOf(ctx.caller.address));
      mailer.send(async () => {
        const account = await findAccount(ctx, sql`lower(u.email) = lower(${email})`);
        if (!account || (await countAttempt(ctx.db, 'letter', account.id)).wait !== null) return null;
        const link = await ctx.tokens.issue(account.id, 'reset');
        ctx.audit('reset link sent', { userId: account.id });
        return link && resetLetter(account, link.url);
      });
      return { requested: true } as const;
    }),
  /** Ends every session of the account, and every other link to a new password. */
  resetPassword: unbatchedProcedure
    .input(resetPasswordInput)
    .output(z.object({ changed: z.literal(true) }))
    .mutation(async ({ ctx, input: { token, newPassword } }) => {
      const author = { channel: 'ui', summary: 'Chose a new password by a link' } as const;
      const id = await ctx.tokens.use(token, 'reset', author, async (tx, { userId }) => {
        const passwordHash = await ctx.passwords.hash(newPassword, 'newPassword');
        await updateRow(tx, User, { id: userId }, { passwordHash });
        await tx.execute(`delete from account_tokens where user_id = ? and purpose = 'reset'`, [userId]);
        return userId;
      });
      await ctx.sessions.endAll(id);
      ctx.audit('password reset', { userId: id });
      ctx.mailer?.send(async () =>
        passwordChangedLetter(await readMe(ctx, id), `${ctx.config.publicUrl}/reset-password`),
      );
      return { changed: true } as const;
    }),
  verifyEmail: unbatchedProcedure
    .input(verifyEmailInput)
    .output(z.object({ verified: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      const author = { channel: 'ui', summary: 'Confirmed the e-mail address' } as const;
      await ctx.tokens.use(input.token, 'verify', author, (tx, { userId }) =>
        updateRow(tx, User, { id: userId }, { emailVerifiedAt: new Date() }),
      );
      return { verified: true } as const;
    }),
  resendVerification: unbatchedPersonProcedure
    .output(z.object({ requested: z.literal(true) }))
    .mutation(async ({ ctx }) => {
      const mailer = mailerOf(ctx);
      const user = await readMe(ctx, ctx.viewer.id);
      if (user.emailVerified) throw new AppError('VALIDATION', 'Your address is confirmed already');
      await allowAttempt(ctx.db, 'letter', user.id);
      mailer.send(async () => {
        const link = await ctx.tokens.issue(user.id, 'verify');
        return link && verifyLetter(user, link.url);
      });
      return { requested: true } as const;
    }),
};
