import { User } from '@cinematheque/db/entities/user';
import { insertRow, updateRow } from '@cinematheque/db/repository';
import { changePasswordInput, me, profileInput, signInInput, signUpInput } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError, invalid } from '../errors.ts';
import { image, instant } from '../json.ts';
import {
  publicProcedure,
  router,
  unbatchedProcedure,
  unbatchedUserProcedure,
  userProcedure,
} from '../trpc.ts';

const output = z.object({ user: me });

async function readMe({ db }: Context, id: number): Promise<z.input<typeof me>> {
  const found = await db.read<z.input<typeof me> | null>(sql`select (
    select json_build_object('id', t.id, 'username', t.username, 'email', t.email, 'firstName', t.first_name,
      'lastName', t.last_name, 'role', t.role, 'avatar', ${image('t', 'avatar_file_id')},
      'createdAt', ${instant('t', 'created_at')})
    from users t where t.id = ${id}) as j`);
  if (!found) throw new AppError('UNAUTHORIZED', 'Sign in first');
  return found;
}

const passwordOf = ({ db }: Context, where: ReturnType<typeof sql>) =>
  db.read<{ id: number; hash: string } | null>(sql`select (
    select json_build_object('id', u.id, 'hash', u.password_hash)
    from users u where ${where} and u.disabled_at is null) as j`);

/** Ends the session that was shown, if any, and starts a new one: a session id never survives a sign-in. */
async function startSession(ctx: Context, userId: number): Promise<void> {
  await ctx.sessions.end(ctx.sessionId);
  ctx.setHeader('set-cookie', await ctx.sessions.start(userId));
}

export const account = router({
  signUp: unbatchedProcedure
    .input(signUpInput)
    .output(output)
    .mutation(async ({ ctx, input: { password, ...fields } }) => {
      if (ctx.config.signUp === 'closed') {
        throw new AppError('FORBIDDEN', 'Signing up is closed here: ask an administrator for an account');
      }
      const passwordHash = await ctx.passwords.hash(password);
      const key = await ctx.db.change({ channel: 'ui', summary: 'Signed up' }, (tx) =>
        insertRow(tx, User, { ...fields, passwordHash }),
      );
      await startSession(ctx, Number(key.id));
      return { user: await readMe(ctx, Number(key.id)) };
    }),
  /** By e-mail or username. An unknown name and a wrong password answer alike, after the same work. */
  signIn: unbatchedProcedure
    .input(signInInput)
    .output(output)
    .mutation(async ({ ctx, input: { email, password } }) => {
      const column = email.includes('@') ? sql`lower(u.email)` : sql`lower(u.username)`;
      const found = await passwordOf(ctx, sql`${column} = lower(${email})`);
      const matches = await ctx.passwords.verify(found?.hash ?? null, password);
      if (!found || !matches) throw new AppError('UNAUTHORIZED', 'The name or the password is wrong');
      await startSession(ctx, found.id);
      return { user: await readMe(ctx, found.id) };
    }),
  signOut: publicProcedure.output(z.object({ signedOut: z.literal(true) })).mutation(async ({ ctx }) => {
    ctx.setHeader('set-cookie', await ctx.sessions.end(ctx.sessionId));
    return { signedOut: true } as const;
  }),
  /** Who is signed in, or null. */
  me: publicProcedure
    .output(z.object({ user: me.nullable() }))
    .query(async ({ ctx }) => ({ user: ctx.viewer && (await readMe(ctx, ctx.viewer.id)) })),
  update: userProcedure
    .input(profileInput)
    .output(output)
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.viewer;
      await ctx.db.change({ channel: 'ui', userId: id, summary: 'Edited the profile' }, (tx) =>
        updateRow(tx, User, { id }, input),
      );
      return { user: await readMe(ctx, id) };
    }),
  /** Ends every other session of the account. */
  changePassword: unbatchedUserProcedure
    .input(changePasswordInput)
    .output(z.object({ changed: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.viewer;
      const found = await passwordOf(ctx, sql`u.id = ${id}`);
      if (!(await ctx.passwords.verify(found?.hash ?? null, input.currentPassword))) {
        throw invalid({ currentPassword: 'Is not your password' });
      }
      const passwordHash = await ctx.passwords.hash(input.newPassword);
      await ctx.db.change({ channel: 'ui', userId: id, summary: 'Changed the password' }, (tx) =>
        updateRow(tx, User, { id }, { passwordHash }),
      );
      await ctx.sessions.endAll(id, ctx.sessionId);
      return { changed: true } as const;
    }),
});
