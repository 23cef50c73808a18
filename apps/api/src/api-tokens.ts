import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '@cinematheque/db/open';
import { tokenScope } from '@cinematheque/shared/api-token';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ApiTokens } from './context.ts';
import { AppError } from './errors.ts';

/** Tells a token from anything else, for people and for programs that look for leaked secrets. */
const PREFIX = 'cine_';
/** When a token was last used is written no more often than this. */
const USED = sql`interval '1 minute'`;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

const found = z.object({
  id: z.int(),
  userId: z.int(),
  username: z.string(),
  scope: tokenScope,
  stale: z.boolean(),
});

export const createApiTokens = (db: Database): ApiTokens => ({
  make() {
    const secret = PREFIX + randomBytes(32).toString('base64url');
    return { secret, hash: hashOf(secret) };
  },
  async read(header) {
    const secret = header?.match(/^Bearer (\S{1,200})$/i)?.[1];
    if (secret === undefined) return null;
    // Whoever may no longer edit, or is disabled, has no valid token from that moment.
    const token = found.nullable().parse(
      await db.read(sql`select (
        select json_build_object('id', t.id, 'userId', u.id, 'username', u.username, 'scope', t.scope,
          'stale', coalesce(t.last_used_at < now() - ${USED}, true))
        from api_tokens t join users u on u.id = t.user_id
        where t.secret_hash = ${hashOf(secret)} and t.expires_at > now()
          and u.disabled_at is null and u.role <> 'visitor') as j`),
    );
    if (!token) throw new AppError('UNAUTHORIZED', 'This token is not valid (any more)');
    if (token.stale)
      await db.unlogged(sql`update api_tokens set last_used_at = now() where id = ${token.id}`);
    return { id: token.userId, username: token.username, role: 'editor', token: token.scope };
  },
});
