import { sql } from 'kysely';
import type { Database } from '../open.ts';
import { type Column, type Reference, readColumns, readReferences } from './schema.ts';

/** Columns whose checks ask for a form; the row's number is i. */
const forms: Record<string, string> = {
  sha256: `lpad(i::text, 64, '0')`,
  iso_code: `'A' || chr(64 + i)`,
  email: `'user' || i || '@example.org'`,
  source_url: `'https://example.org/' || i`,
  channel: `'sql'`,
  operation: `'insert'`,
};

const byType: [RegExp, (column: string) => string][] = [
  [/\[\]$/, () => `'{}'`],
  [/^(character varying|text)/, (column) => `'${column}' || i`],
  [/^(integer|bigint)/, () => 'i'],
  [/^date/, () => `date '1950-01-01' + i`],
  [/^timestamp/, () => 'now()'],
  [/^jsonb/, () => `'[]'`],
];

/** Its rows are gone again at the end of the transaction that wrote them. */
const transient = 'catalog_commits';

/** Puts rows into every table that there is, whatever the schema, and gives how many each table then has. */
export async function fill(db: Database, rows = 5): Promise<Record<string, number>> {
  const columns = await readColumns(db);
  const references = await readReferences(db);
  const counts: Record<string, number> = {};
  for (const table of parentsFirst(columns, references)) {
    if (table === transient) continue;
    const given = columns.filter((c) => c.table === table && !c.filled);
    const values = given.map((column) => expressionFor(column, references));
    const names = given.map(({ column }) => `"${column}"`);
    await db.unlogged(
      sql.raw(`insert into ${table} (${names}) select ${values} from generate_series(1, ${rows}) i
        on conflict do nothing`),
    );
    counts[table] = await db.read(sql`select count(*)::int as j from ${sql.table(table)}`);
  }
  return counts;
}

function expressionFor({ table, column, type }: Column, references: Reference[]): string {
  const parent = references.find((key) => key.table === table && key.columns.join() === column);
  // The i-th row belongs to the i-th row of each parent, so keys of several columns agree by themselves.
  if (parent) return `(select id from ${parent.to} order by id offset i - 1 limit 1)`;
  const value = forms[column] ?? byType.find(([pattern]) => pattern.test(type))?.[1](column);
  if (value === undefined) throw new Error(`How is ${table}.${column} (${type}) filled?`);
  return value;
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
