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

/** What reading needs of the ORM's own connection pool. */
export type ReadPool = Pick<Pool, 'query'>;

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
export async function readJson<T>(
  pool: ReadPool,
  statement: RawBuilder<unknown>,
  onStatement?: OnStatement,
): Promise<T> {
  const [row] = await run<{ j: T }>(pool, statement, onStatement);
  if (!row) throw new Error('A read must give one row: select (...) as j');
  return row.j;
}

/** Runs a statement and gives the rows that it returns. */
export function runStatement<Row>(
  pool: ReadPool,
  statement: RawBuilder<Row>,
  onStatement?: OnStatement,
): Promise<Row[]> {
  return run(pool, statement, onStatement);
}

async function run<Row>(
  pool: ReadPool,
  statement: RawBuilder<unknown>,
  onStatement?: OnStatement,
): Promise<Row[]> {
  const query = compile(statement);
  const began = performance.now();
  try {
    const { rows } = await pool.query(query);
    return rows;
  } finally {
    onStatement?.({ text: query.text, ms: performance.now() - began });
  }
}

function compile(statement: RawBuilder<unknown>) {
  const { sql: text, parameters } = statement.compile(compiler);
  return { name: preparedName(text), text, values: [...parameters] };
}
