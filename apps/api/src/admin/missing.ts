import { select, type Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { invalid } from '../errors.ts';

/** Names every id that does not exist (any more), beside its field. Those that do exist stay until we are done. */
export async function refuseMissing(
  tx: Transaction,
  table: 'files' | 'genres' | 'persons',
  ids: number[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const found = await select(
    tx,
    sql<{ id: number }>`select id from ${sql.table(table)} where id = any(${ids}::int[]) for key share`,
  );
  const known = new Set(found.map(({ id }) => id));
  const missing = ids.flatMap((id, index) =>
    known.has(id) ? [] : [[fieldOf(index), 'Does not exist (any more)']],
  );
  if (missing.length) throw invalid(Object.fromEntries(missing));
}
