import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from './change.ts';

/** Set-based writing, for imports and the generator: statements over whole tables, with real parameters. */

/** One long transaction of a few large statements. */
const settings = ['statement_timeout = 0', "work_mem = '64MB'", 'jit = off'];

/** Prepares a transaction for bulk work. */
export async function beginBulk(tx: Transaction): Promise<void> {
  for (const setting of settings) await run(tx, sql.raw(`set local ${setting}`));
}

/** Runs one statement of the transaction and returns how many rows it wrote. */
export async function run(tx: Transaction, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await statement.execute(tx.getKysely());
  return Number(numAffectedRows);
}

/** Runs a statement that adds rows to a table, and then tells the planner how large the table has become. */
export async function addRows(
  tx: Transaction,
  table: string,
  statement: RawBuilder<unknown>,
): Promise<number> {
  const added = await run(tx, statement);
  // Without it the foreign keys of the next table would be checked as if this one were still empty.
  if (added) await run(tx, sql`analyze ${sql.table(table)}`);
  return added;
}
