import { randomBytes } from 'node:crypto';
import { locks } from '@cinematheque/db/locks';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import type { Config } from '../config.ts';
import { hashPassword } from './password.ts';

/** The account that was made, with its password in the clear: shown once, kept nowhere. */
export interface FirstAdmin {
  id: number;
  email: string;
  password: string;
}

/** Makes the first administrator when there is none; null when there is one. */
export async function ensureAdmin(db: Database, { admin }: Config): Promise<FirstAdmin | null> {
  const exists = await db.read<boolean>(sql`select exists (select from users where role = 'admin') as j`);
  if (exists) return null;
  const email = admin.email ?? 'admin@example.org';
  const password = admin.password ?? randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const made = await db.change({ channel: 'system', summary: 'Made the first administrator' }, async (tx) => {
    // Two servers may start at once on an empty catalog: the lock lets one of them make the account.
    await tx.execute('select pg_advisory_xact_lock(?)', [locks.firstAdmin]);
    return tx.execute<{ id: number }[]>(
      `insert into users (username, email, password_hash, role)
       select 'admin', ?, ?, 'admin' where not exists (select from users where role = 'admin') returning id`,
      [email, passwordHash],
    );
  });
  const [row] = made;
  return row ? { id: row.id, email, password } : null;
}
