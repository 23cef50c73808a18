import type { Database } from '@cinematheque/db/open';
import type { ClientBase, Pool } from 'pg';
import { type MockInstance, vi } from 'vitest';

/** What every change of the catalog makes the server read again for itself, whoever asks for what meanwhile (settings.ts). */
const itsOwn = /^select catalog_name /;

/** Counts what a database is asked from now on, by whatever connection. */
export async function countStatements(db: Database): Promise<() => number> {
  const spies = new Map<ClientBase, MockInstance>();
  const pool: Pool = await db.orm.em.getConnection().getNativeClient();
  pool.on('acquire', (client) => {
    if (!spies.has(client)) spies.set(client, vi.spyOn(client, 'query'));
  });
  let before = 0;
  return () => {
    const calls = [...spies.values()].flatMap(({ mock }) => mock.calls);
    const all = calls.filter(([query]) => !itsOwn.test(query.text ?? '')).length;
    const since = all - before;
    before = all;
    return since;
  };
}
