import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type { Pool } from 'pg';
import type { OnStatement } from './statement.ts';

/** What reading needs. */
export interface ReadFrom {
  /** The ORM's own connection pool. */
  pool: Pick<Pool, 'query'>;
  /** Whether statements are prepared: not where a transaction pooler gives each to any connection. */
  prepares?: boolean;
  onStatement?: OnStatement | undefined;
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Texts that are prepared, once per connection, each under a name that follows from it. */
const prepared = new Map<string, string>();

/** Filters combine into many texts; beyond this many, a new one is simply not prepared. */
const PREPARED_AT_MOST = 300;

function preparedName(text: string): string | undefined {
  const known = prepared.get(text);
  if (known || prepared.size >= PREPARED_AT_MOST) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  prepared.set(text, name);
  return name;
}

/**
 * One statement, one JSON value: PostgreSQL builds the answer in column `j`, so a read is one round trip and no
 * entity is made. What it holds is unknown until a zod row has parsed it; `T` is the caller's claim, checked there.
 */
export async function readJson<T>(from: ReadFrom, statement: RawBuilder<unknown>): Promise<T> {
  const [row] = await run<{ j: T }>(from, statement);
  if (!row) throw new Error('A read must give one row: select (...) as j');
  return row.j;
}

/** Runs a statement and gives the rows that it returns. */
export const runStatement = <Row>(from: ReadFrom, statement: RawBuilder<Row>): Promise<Row[]> =>
  run(from, statement);

async function run<Row>(
  { pool, prepares = false, onStatement }: ReadFrom,
  statement: RawBuilder<unknown>,
): Promise<Row[]> {
  const { sql: text, parameters } = statement.compile(compiler);
  const query = { text, values: [...parameters], ...(prepares && { name: preparedName(text) }) };
  const began = performance.now();
  try {
    const { rows } = await pool.query(query);
    return rows;
  } finally {
    onStatement?.({ text, ms: performance.now() - began });
  }
}
