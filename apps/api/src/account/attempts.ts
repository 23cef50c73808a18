import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';

/** How often each may be tried: so many times within so many minutes. */
const limits = {
  /** Wrong passwords for one account from one address: whoever guesses locks out nobody but himself. */
  signIn: { times: 10, minutes: 15 },
  /** Wrong passwords for whatever accounts from one address. */
  signInFrom: { times: 500, minutes: 15 },
  signUpFrom: { times: 300, minutes: 60 },
  /** The password that a signed-in person is asked for once more. */
  confirm: { times: 10, minutes: 15 },
  resetFrom: { times: 300, minutes: 60 },
  /** Letters to one account. */
  letter: { times: 5, minutes: 60 },
} as const;

export interface Attempt {
  /** Beyond the limit: seconds to wait. */
  wait: number | null;
  /** It was a right one: it does not count. */
  giveBack(): Promise<void>;
}

/**
 * Counts an attempt before it is made, so that many at once are counted too. The count is the database's. Beyond the
 * limit nothing is written: a flood of tries would queue for the row, and hold the connections that others wait for.
 */
export async function countAttempt(
  db: Database,
  name: keyof typeof limits,
  of: string | number,
): Promise<Attempt> {
  const { times, minutes } = limits[name];
  const key = createHash('sha256').update(`${name} ${of}`).digest('hex');
  const [now] = await db.unlogged<{ count: number; wait: number }>(sql`
    with beyond as (select count + 1 as count, ends_at from attempts
      where key = ${key} and count >= ${times} and ends_at > now()),
    past as (delete from attempts where key in (select key from attempts
      where ends_at <= now() and key <> ${key} limit 20 for update skip locked)),
    counted as (insert into attempts as a
      select ${key}, 1, now() + make_interval(mins => ${minutes}) where not exists (select from beyond)
      on conflict (key) do update set
        count = case when a.ends_at <= now() then 1 else a.count + 1 end,
        ends_at = case when a.ends_at <= now() then excluded.ends_at else a.ends_at end
      returning count, ends_at)
    select count, ceil(extract(epoch from ends_at - now()))::int as wait
      from (table counted union all table beyond) as tried`);
  return {
    wait: now && now.count > times ? Math.max(1, now.wait) : null,
    async giveBack() {
      await db.unlogged(sql`update attempts set count = count - 1 where key = ${key}`);
    },
  };
}

/** The same, refused beyond the limit. */
export async function allowAttempt(...of: Parameters<typeof countAttempt>): Promise<Attempt> {
  const attempt = await countAttempt(...of);
  if (attempt.wait !== null) {
    const minutes = Math.ceil(attempt.wait / 60);
    throw new AppError(
      'TOO_MANY_REQUESTS',
      `Too many tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
      { retryAfter: attempt.wait },
    );
  }
  return attempt;
}

/** Whom an address stands for: a household has one of IPv4, and 2^64 of IPv6. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = plain.match(/^::ffff:([\d.]+)$/i)?.[1];
  if (mapped || !isIPv6(plain)) return mapped ?? plain;
  const [head = '', tail] = plain.split('::');
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array<string>(Math.max(0, zeros)).fill('0'), ...(right ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
