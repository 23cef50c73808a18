import type { Database } from '@cinematheque/db/open';
import type { ClientBase, Pool } from 'pg';
import { type MockInstance, vi } from 'vitest';

/** Counts what a database is asked from now on, by whatever connection. */
export async function countStatements(db: Database): Promise<() => number> {
  const spies = new Map<ClientBase, MockInstance>();
  const pool: Pool = await db.orm.em.getConnection().getNativeClient();
  pool.on('acquire', (client) => {
    if (!spies.has(client)) spies.set(client, vi.spyOn(client, 'query'));
  });
  let before = 0;
  return () => {
    const all = [...spies.values()].reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    const since = all - before;
    before = all;
    return since;
  };
}
