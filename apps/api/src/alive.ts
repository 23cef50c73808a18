import { sql } from 'kysely';
import type { Json } from './json.ts';

/** Whether the session under this alias is one: used lately, and not begun too long ago. */
export const alive = (alias: string): Json =>
  sql`${sql.ref(`${alias}.expires_at`)} > now()
    and ${sql.ref(`${alias}.created_at`)} > now() - interval '30 days'`;
