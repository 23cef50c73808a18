import { me } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context, Viewer } from '../context.ts';
import { AppError, invalid } from '../errors.ts';
import { image, instant } from '../json.ts';
import { allowAttempt } from './attempts.ts';

export const meOutput = z.object({ user: me });

/** The account as its owner sees it. */
export async function readMe({ db }: Context, id: number): Promise<z.input<typeof me>> {
  const found = await db.read<z.input<typeof me> | null>(sql`select (
    select json_build_object('id', t.id, 'username', t.username, 'email', t.email,
      'emailVerified', t.email_verified_at is not null, 'firstName', t.first_name, 'lastName', t.last_name,
      'role', t.role, 'avatar', ${image('t', 'avatar_file_id')}, 'createdAt', ${instant('t', 'created_at')})
    from users t where t.id = ${id}) as j`);
  if (!found) throw new AppError('UNAUTHORIZED', 'Sign in first');
  return found;
}

/** The account that a condition on `u` finds, with its password's hash; never a disabled one. */
export const findAccount = ({ db }: Pick<Context, 'db'>, where: ReturnType<typeof sql>) =>
  db.read<{ id: number; username: string; email: string; hash: string } | null>(sql`select (
    select json_build_object('id', u.id, 'username', u.username, 'email', u.email, 'hash', u.password_hash)
    from users u where ${where} and u.disabled_at is null) as j`);

/** Asks a signed-in person for the password once more, in this field. */
export async function confirmPassword(
  ctx: Context & { viewer: Viewer },
  field: string,
  password: string | undefined,
): Promise<void> {
  if (password === undefined) throw invalid({ [field]: 'Fill in your password to do this' });
  const attempt = await allowAttempt(ctx.db, 'confirm', ctx.viewer.id);
  const found = await findAccount(ctx, sql`u.id = ${ctx.viewer.id}`);
  if (!(await ctx.passwords.verify(found?.hash ?? null, password))) {
    throw invalid({ [field]: 'Is not your password' });
  }
  await attempt.giveBack();
}
