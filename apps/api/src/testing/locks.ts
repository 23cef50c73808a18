import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import { vi } from 'vitest';

/** Settles when somebody waits for what another transaction holds. */
export const untilBlocked = (db: Database): Promise<boolean> =>
  vi.waitUntil(
    () =>
      db.read<boolean>(sql`select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock') as j`),
    { timeout: 20_000 },
  );
