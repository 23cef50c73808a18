import { createHash } from 'node:crypto';
import type { Database } from '@cinematheque/db/open';
import { role } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { z } from 'zod';
import type { Sessions } from '../context.ts';

/** The only file that knows lucia (docs/decisions/0002-lucia.md). This is its user, as our adapter fills it. */
const sessionUser = z.object({ id: z.coerce.number(), username: z.string(), role });

/** In the database a session is known by the SHA-256 of its secret, so a stolen table signs nobody in. */
const stored = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

const row = z
  .object({ userId: z.string(), expiresAt: z.coerce.date(), username: z.string(), role: z.string() })
  .nullable();

export function createSessions(db: Database, { secure }: { secure: boolean }): Sessions {
  const lucia = new Lucia(createAdapter(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      name: secure ? '__Host-session' : 'session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
  });
  return {
    async read(cookieHeader) {
      const sessionId = cookieHeader ? lucia.readSessionCookie(cookieHeader) : null;
      if (!sessionId) return null;
      const { session, user } = await lucia.validateSession(sessionId);
      if (!session) return null;
      const renewed = session.fresh ? lucia.createSessionCookie(sessionId).serialize() : null;
      return { viewer: sessionUser.parse(user), sessionId, renewed };
    },
    async start(userId) {
      const session = await lucia.createSession(String(userId), {});
      return lucia.createSessionCookie(session.id).serialize();
    },
    async end(sessionId) {
      if (sessionId) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
    async endAll(userId, exceptSessionId) {
      const kept = exceptSessionId ? stored(exceptSessionId) : '';
      await db.unlogged(sql`delete from sessions where user_id = ${userId} and id <> ${kept}`);
    },
  };
}

function createAdapter(db: Database): Adapter {
  return {
    async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      // A disabled account has no valid session from the moment it is disabled.
      const found = row.parse(
        await db.read(sql`select (
          select json_build_object('userId', s.user_id::text, 'expiresAt', s.expires_at,
            'username', u.username, 'role', u.role)
          from sessions s join users u on u.id = s.user_id
          where s.id = ${stored(sessionId)} and u.disabled_at is null) as j`),
      );
      if (!found) return [null, null];
      const { userId, expiresAt, ...attributes } = found;
      return [
        { id: sessionId, userId, expiresAt, attributes: {} },
        { id: userId, attributes },
      ];
    },
    setSession: ({ id, userId, expiresAt }) =>
      db.unlogged(sql`insert into sessions (id, user_id, expires_at)
        values (${stored(id)}, ${Number(userId)}, ${expiresAt})`),
    updateSessionExpiration: (id, expiresAt) =>
      db.unlogged(sql`update sessions set expires_at = ${expiresAt} where id = ${stored(id)}`),
    deleteSession: (id) => db.unlogged(sql`delete from sessions where id = ${stored(id)}`),
    deleteUserSessions: (userId) => db.unlogged(sql`delete from sessions where user_id = ${Number(userId)}`),
    deleteExpiredSessions: () => db.unlogged(sql`delete from sessions where expires_at <= now()`),
    // Lists of sessions are read where they are shown, with what is shown.
    getUserSessions: async () => [],
  };
}
