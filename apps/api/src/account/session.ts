import { createHash } from 'node:crypto';
import type { Database } from '@cinematheque/db/open';
import { type Device, role } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { z } from 'zod';
import { alive } from '../alive.ts';
import type { Sessions } from '../context.ts';
import { array, instant } from '../json.ts';
import { deviceName } from './device-name.ts';

/** The only file that knows lucia (docs/decisions/0002-lucia.md). This is its user, as our adapter fills it. */
const sessionUser = z.object({ id: z.coerce.number(), username: z.string(), role });

/** In the database a session is known by the SHA-256 of its secret, so a stolen table signs nobody in. */
const stored = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

const row = z
  .object({
    ...{ userId: z.string(), expiresAt: z.coerce.date(), username: z.string(), role: z.string() },
    unseen: z.boolean(),
  })
  .nullable();

/** A session ends when it was not used for this long, and at some time even if it was (see alive.ts). */
const IDLE_DAYS = 14;
/** When a session was last used is written no more often than this. */
const SEEN = sql`interval '5 minutes'`;
const roles = z.array(z.object({ id: z.string(), role }));

export function createSessions(db: Database, { secure }: { secure: boolean }): Sessions {
  const lucia = new Lucia(createAdapter(db), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
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
    async start(userId, userAgent = null) {
      const session = await lucia.createSession(String(userId), { userAgent });
      return lucia.createSessionCookie(session.id).serialize();
    },
    async end(sessionId) {
      if (sessionId) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
    async rolesOf(sessionIds) {
      const known = new Map(sessionIds.map((id) => [stored(id), id]));
      const found = roles.parse(
        await db.read(sql`select (
          select coalesce(json_agg(json_build_object('id', s.id, 'role', u.role)), '[]')
          from sessions s join users u on u.id = s.user_id
          where s.id = any(${[...known.keys()]}) and ${alive('s')} and u.disabled_at is null) as j`),
      );
      return new Map(found.map(({ id, role }) => [known.get(id) ?? '', role]));
    },
    async endAll(userId, exceptSessionId) {
      const kept = exceptSessionId ? stored(exceptSessionId) : '';
      await db.unlogged(sql`delete from sessions where user_id = ${userId} and id <> ${kept}`);
    },
    async list(userId, sessionId) {
      const found = await db.read<(Omit<Device, 'name'> & { userAgent: string | null })[]>(
        sql`select ${array(sql`
        select json_build_object('id', s.number, 'userAgent', s.user_agent, 'createdAt', ${instant('s', 'created_at')},
          'seenAt', ${instant('s', 'seen_at')}, 'current', s.id = ${sessionId ? stored(sessionId) : ''}) as j
        from sessions s where s.user_id = ${userId} and ${alive('s')} order by s.seen_at desc, s.number desc`)} as j`,
      );
      return found.map(({ userAgent, ...session }) => ({ ...session, name: deviceName(userAgent) }));
    },
    async endOne(userId, number) {
      const ended = await db.unlogged(
        sql`delete from sessions where user_id = ${userId} and number = ${number} returning number`,
      );
      return ended.length > 0;
    },
  };
}

/** What a session is started with, as lucia hands it through. */
const attributes = z.object({ userAgent: z.string().nullable() });

function createAdapter(db: Database): Adapter {
  return {
    async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      // A disabled account has no valid session from the moment it is disabled.
      const found = row.parse(
        await db.read(sql`select (
          select json_build_object('userId', s.user_id::text, 'expiresAt', s.expires_at,
            'username', u.username, 'role', u.role, 'unseen', s.seen_at < now() - ${SEEN})
          from sessions s join users u on u.id = s.user_id
          where s.id = ${stored(sessionId)} and ${alive('s')} and u.disabled_at is null) as j`),
      );
      if (!found) return [null, null];
      const { userId, expiresAt, unseen, ...user } = found;
      if (unseen) await db.unlogged(sql`update sessions set seen_at = now() where id = ${stored(sessionId)}`);
      return [
        { id: sessionId, userId, expiresAt, attributes: {} },
        { id: userId, attributes: user },
      ];
    },
    async setSession({ id, userId, expiresAt, attributes: given }) {
      // PostgreSQL takes no NUL, and no header is worth more than a few words.
      const userAgent = attributes.parse(given).userAgent?.replaceAll('\0', '').slice(0, 300) ?? null;
      await db.unlogged(sql`
        with past as (delete from sessions s where s.user_id = ${Number(userId)} and not (${alive('s')}))
        insert into sessions (id, user_id, expires_at, user_agent)
        values (${stored(id)}, ${Number(userId)}, ${expiresAt}, ${userAgent})`);
    },
    async updateSessionExpiration(id, expiresAt) {
      await db.unlogged(sql`update sessions set expires_at = ${expiresAt} where id = ${stored(id)}`);
    },
    async deleteSession(id) {
      await db.unlogged(sql`delete from sessions where id = ${stored(id)}`);
    },
    async deleteUserSessions(userId) {
      await db.unlogged(sql`delete from sessions where user_id = ${Number(userId)}`);
    },
    async deleteExpiredSessions() {
      await db.unlogged(sql`delete from sessions where expires_at <= now()`);
    },
    // Lists of sessions are read where they are shown, with what is shown.
    getUserSessions: async () => [],
  };
}
