import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { select } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import type { LinkPurpose, Tokens } from '../context.ts';
import { invalid } from '../errors.ts';
import { instant } from '../json.ts';

const links: Record<LinkPurpose, { path: string; lifetime: string }> = {
  reset: { path: '/reset-password', lifetime: '1 hour' },
  verify: { path: '/verify-email', lifetime: '1 day' },
  setup: { path: '/admin/setup', lifetime: '1 hour' },
};

/** Letters of a token's first part, by which it is found; the rest is the secret. */
const ID_LENGTH = 16;
/** A token whose secret was wrong this often is dead: it is being guessed. */
const WRONG_TRIES = 5;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

const dead = () =>
  invalid({ token: 'This link is not valid (any more): it was used, it is too old, or it is not whole' });

/**
 * One-time links below `root`. The token stands behind a # and so reaches no server and no log but with the form
 * that it is for.
 */
export function createTokens(db: Database, root: string): Tokens {
  return {
    async issue(userId, purpose) {
      const id = randomBytes(12).toString('base64url');
      const secret = randomBytes(24).toString('base64url');
      const { path, lifetime } = links[purpose];
      const [made] = await db.unlogged<{ expiresAt: string }>(sql`
        with past as (delete from account_tokens where expires_at <= now())
        insert into account_tokens as t (id, secret_hash, user_id, purpose, email, expires_at)
        select ${id}, ${hashOf(secret)}, u.id, ${purpose}, u.email, now() + ${lifetime}::interval
        from users u where u.id = ${userId} and u.disabled_at is null
        returning ${instant('t', 'expires_at')} as "expiresAt"`);
      return made ? { url: `${root}${path}#token=${id}${secret}`, ...made } : null;
    },

    async use(token, purpose, author, work) {
      const id = token.slice(0, ID_LENGTH);
      const secretHash = hashOf(token.slice(ID_LENGTH));
      const [found] = await db.unlogged<{ userId: number; email: string; secretHash: string }>(sql`
        select t.user_id as "userId", t.email, t.secret_hash as "secretHash"
        from account_tokens t join users u on u.id = t.user_id
        where t.id = ${id} and t.purpose = ${purpose} and t.expires_at > now() and t.wrong_tries < ${WRONG_TRIES}
          and lower(u.email) = lower(t.email) and u.disabled_at is null`);
      if (!found) throw dead();
      if (!timingSafeEqual(Buffer.from(found.secretHash), Buffer.from(secretHash))) {
        await db.unlogged(sql`update account_tokens set wrong_tries = wrong_tries + 1 where id = ${id}`);
        throw dead();
      }
      const { userId, email } = found;
      return db.change({ ...author, userId }, async (tx) => {
        // Only one of two who use it at once deletes it.
        const used = await select(tx, sql`delete from account_tokens where id = ${id} returning id`);
        if (!used.length) throw dead();
        return work(tx, { userId, email });
      });
    },
  };
}
