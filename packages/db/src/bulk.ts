import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from './change.ts';

/** Set-based writing, for imports and the generator: statements over whole tables, with real parameters. */

/** One long transaction of a few large statements. */
const settings = [
  'statement_timeout = 0',
  "work_mem = '64MB'",
  "maintenance_work_mem = '256MB'",
  'jit = off',
];

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

/** Fewer rows than this go in as fast with the indexes there. */
const WORTH_REBUILDING = 20_000;

/**
 * Runs work that adds `rows` rows to a table. When that is most of what the table then holds, its foreign keys and
 * non-unique indexes are taken away meanwhile and made again in one go, three times as fast. Nobody else can read the
 * table until the transaction ends, so this is for filling a catalog, not for one in use.
 */
export async function withoutIndexes(
  tx: Transaction,
  table: string,
  rows: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const existing = sql<{ drop: string; make: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint
    where contype = 'f' and conrelid = ${table}::regclass and ${worthIt(table, rows)}
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index where not indisunique and indrelid = ${table}::regclass and ${worthIt(table, rows)}`;
  const { rows: found } = await existing.execute(tx.getKysely());
  for (const { drop } of found) await run(tx, sql.raw(drop));
  await work();
  for (const { make } of found) await run(tx, sql.raw(make));
  await run(tx, sql`analyze ${sql.table(table)}`);
}

/** Runs work while one trigger of a table rests: for what is then written by one statement instead of one for each. */
export async function withoutTrigger(
  tx: Transaction,
  table: string,
  trigger: string,
  work: () => Promise<unknown>,
): Promise<void> {
  await run(tx, sql`alter table ${sql.table(table)} disable trigger ${sql.ref(trigger)}`);
  await work();
  await run(tx, sql`alter table ${sql.table(table)} enable trigger ${sql.ref(trigger)}`);
}

const worthIt = (table: string, rows: number) =>
  sql`${rows}::int > greatest(${WORTH_REBUILDING}, (select count(*) from ${sql.table(table)}))`;
