import { sql } from 'kysely';
import type { Database } from '../open.ts';
import { type Column, type Reference, readColumns, readReferences } from './schema.ts';
import { valueFor } from './values.ts';
import { loggedTables } from './walk-back.ts';

/** Written by the change log alone, one row for each of its changes. */
const ofTheLog = 'catalog_commits';

/** Puts rows into every table that there is, whatever the schema, and gives how many each table then has. */
export async function fill(db: Database, rows = 5): Promise<Record<string, number>> {
  const columns = await readColumns(db);
  const references = await readReferences(db);
  const counts: Record<string, number> = {};
  for (const table of parentsFirst(columns, references)) {
    if (table === ofTheLog) continue;
    const given = columns.filter((c) => c.table === table && !c.filled);
    const values = given.map((column) => valueFor(column, references, 'i'));
    const names = given.map(({ column }) => `"${column}"`);
    await db.unlogged(
      sql.raw(`insert into ${table} (${names}) select ${values} from generate_series(1, ${rows}) i
        on conflict do nothing`),
    );
    counts[table] = 0;
  }
  // At the end: what is written into one table adds rows to the change log's.
  for (const table of Object.keys(counts))
    counts[table] = await db.read(sql`select count(*)::int as j from ${sql.table(table)}`);
  return counts;
}

/** Takes every row away again (the change log stays), and counts ids from 1. */
export async function empty(db: Database): Promise<void> {
  const columns = await readColumns(db);
  const order = parentsFirst(columns, await readReferences(db));
  const logged = await loggedTables(db);
  for (const { table } of logged.toSorted((a, b) => order.indexOf(b.table) - order.indexOf(a.table)))
    await db.unlogged(sql`delete from ${sql.table(table)}`);
  for (const { table, column } of columns.filter((c) => c.serial && logged.some((l) => l.table === c.table)))
    await db.unlogged(sql`select setval(pg_get_serial_sequence(${table}, ${column}), 1, false)`);
}

function parentsFirst(columns: Column[], references: Reference[]): string[] {
  const order: string[] = [];
  const add = (table: string) => {
    if (order.includes(table)) return;
    for (const { to } of references.filter((key) => key.table === table && key.to !== table)) add(to);
    order.push(table);
  };
  for (const { table } of columns) add(table);
  return order;
}
