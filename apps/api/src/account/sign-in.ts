import { User } from '@cinematheque/db/entities/user';
import { insertRow } from '@cinematheque/db/repository';
import { me, signInInput, signInOptions, signUpInput } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError, toAppError } from '../errors.ts';
import { publicProcedure, unbatchedProcedure } from '../trpc.ts';
import { allowAttempt, countAttempt, networkOf } from './attempts.ts';
import { alreadyLetter, verifyLetter } from './letters.ts';
import { findAccount, meOutput, readMe } from './me.ts';

/** Ends the session that was shown, if any, and starts a new one: a session id never survives a sign-in. */
async function startSession(ctx: Context, userId: number): Promise<void> {
  await ctx.sessions.end(ctx.sessionId);
  ctx.setHeader('set-cookie', await ctx.sessions.start(userId, ctx.caller.userAgent));
}

/** Makes the account; null when there is one with this address and nobody may learn that here. */
async function createAccount(
  ctx: Context,
  { password, ...fields }: z.infer<typeof signUpInput>,
): Promise<number | null> {
  const passwordHash = await ctx.passwords.hash(password);
  try {
    const key = await ctx.db.change({ channel: 'ui', summary: 'Signed up' }, (tx) =>
      insertRow(tx, User, { ...fields, passwordHash }),
    );
    return Number(key.id);
  } catch (error) {
    if (ctx.mailer && toAppError(error)?.details.fields?.email) return null;
    throw error;
  }
}

export const signIn = {
  /**
   * Without letters the new account is signed in at once. With them, the answer is the same whether the address had
   * an account or not, and the letter tells; whoever just made one signs in with the password that he chose.
   */
  signUp: unbatchedProcedure
    .input(signUpInput)
    .output(z.object({ user: me.nullable() }))
    .mutation(async ({ ctx, input }) => {
      if (ctx.config.signUp === 'closed') {
        throw new AppError('FORBIDDEN', 'Signing up is closed here: ask an administrator for an account');
      }
      await allowAttempt(ctx.db, 'signUpFrom', networkOf(ctx.caller.address));
      const id = await createAccount(ctx, input);
      if (id !== null) ctx.audit('signed up', { userId: id });
      if (id !== null && !ctx.mailer) {
        await startSession(ctx, id);
        return { user: await readMe(ctx, id) };
      }
      ctx.mailer?.send(() => welcome(ctx, id, input.email));
      return { user: null };
    }),
  /** By e-mail or username. An unknown name and a wrong password answer alike, after the same work. */
  signIn: unbatchedProcedure
    .input(signInInput)
    .output(meOutput)
    .mutation(async ({ ctx, input: { email, password } }) => {
      const column = email.includes('@') ? sql`lower(u.email)` : sql`lower(u.username)`;
      const found = await findAccount(ctx, sql`${column} = lower(${email})`);
      const network = networkOf(ctx.caller.address);
      const refused = (error: unknown) => {
        ctx.audit('sign-in refused', { userId: found?.id });
        throw error;
      };
      const attempts = [
        // By account, so that its name and its address do not count as two.
        await allowAttempt(ctx.db, 'signIn', `${found?.id ?? email.toLowerCase()} ${network}`).catch(refused),
        await allowAttempt(ctx.db, 'signInFrom', network).catch(refused),
      ];
      const matches = await ctx.passwords.verify(found?.hash ?? null, password);
      if (!found || !matches) {
        ctx.audit('sign-in failed', { userId: found?.id });
        throw new AppError('UNAUTHORIZED', 'The name or the password is wrong');
      }
      for (const attempt of attempts) await attempt.giveBack();
      await startSession(ctx, found.id);
      ctx.audit('signed in', { userId: found.id });
      return { user: await readMe(ctx, found.id) };
    }),
  signOut: publicProcedure.output(z.object({ signedOut: z.literal(true) })).mutation(async ({ ctx }) => {
    ctx.setHeader('set-cookie', await ctx.sessions.end(ctx.sessionId));
    if (ctx.viewer) ctx.audit('signed out');
    return { signedOut: true } as const;
  }),
  /** Who is signed in, or null. */
  me: publicProcedure
    .output(z.object({ user: me.nullable() }))
    .query(async ({ ctx }) => ({ user: ctx.viewer && (await readMe(ctx, ctx.viewer.id)) })),
  signInOptions: publicProcedure
    .output(signInOptions)
    .query(({ ctx }) => ({ signUp: ctx.config.signUp, mail: ctx.mailer !== null })),
};

/** The letter after signing up: to confirm the address, or that it has an account already. */
async function welcome(ctx: Context, madeId: number | null, email: string) {
  if (madeId !== null) {
    const [account, link] = [await readMe(ctx, madeId), await ctx.tokens.issue(madeId, 'verify')];
    return link && verifyLetter(account, link.url);
  }
  const account = await findAccount(ctx, sql`lower(u.email) = lower(${email})`);
  if (!account || (await countAttempt(ctx.db, 'letter', account.id)).wait !== null) return null;
  return alreadyLetter(account, `${ctx.config.publicUrl}/sign-in`);
}
