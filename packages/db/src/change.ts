import type { EntityManager } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { OnStatement } from './statement.ts';

/** One transaction, as a write sees it. Inside it, only this is used. */
export type Transaction = EntityManager;

/** Who writes, and through what. */
export interface ChangeAuthor {
  channel: 'ui' | 'import' | 'cli' | 'token' | 'system';
  /** Absent for the command line and the server itself. */
  userId?: number | null;
  /** One line for the history, at most 500 characters. */
  summary?: string;
}

/** A connection that does not even roll back within this many milliseconds is given up. */
const ROLLBACK_PATIENCE = 1_000;

/**
 * The one way to write, with an entity manager of its own. The triggers read the author from the transaction's
 * settings and file every row under one change (docs/decisions/0004-change-log.md); a transaction that changes
 * nothing leaves no change.
 */
export async function inChange<T>(
  tx: EntityManager,
  by: ChangeAuthor,
  work: (tx: Transaction) => Promise<T>,
  onCatalogMove: (revision?: number) => void = () => {},
  onStatement?: OnStatement,
): Promise<T> {
  // Begun and ended here, not by the ORM: that never returns a connection whose rollback fails, and with it keeps a
  // place in the pool, and on a server that only stood still the open transaction and its locks.
  const pool: Pool = await tx.getConnection().getNativeClient();
  const client = await pool.connect();
  let broken = false;
  const breakOff = () => {
    broken = true;
  };
  let committing = false;
  // A connection that is lost between two statements says so here, and would end the process if nobody listened.
  client.on('error', breakOff);
  try {
    const author = { user: String(by.userId ?? ''), channel: by.channel, summary: by.summary ?? '' };
    const settings = Object.entries(author).map(
      ([name, value]) => `set_config('cinematheque.${name}', ${client.escapeLiteral(value)}, true)`,
    );
    // In one round trip.
    await client.query(`begin; select ${settings}`);
    tx.setTransactionContext(kyselyOn(client, onStatement));
    const result = await work(tx);
    committing = true;
    const revision = await commit(client);
    if (revision !== null) onCatalogMove(revision);
    return result;
  } catch (error) {
    // Nobody knows whether a commit took place whose answer did not come.
    if (committing) onCatalogMove();
    const rollback = { text: 'rollback', query_timeout: ROLLBACK_PATIENCE };
    await client.query(rollback).catch(breakOff);
    throw error;
  } finally {
    client.off('error', breakOff);
    client.release(broken);
  }
}

/** Ends the transaction, and gives the catalog's revision if it has moved it (migration 0004); in one round trip. */
async function commit(client: PoolClient): Promise<number | null> {
  const [moved, , now] = [
    await client.query<{ revision?: string }>(
      `select where current_setting('cinematheque.counted', true) = 'yes'; commit;
       select revision from catalog_revision`,
    ),
  ].flat();
  return moved?.rowCount ? Number(now?.rows[0]?.revision) : null;
}

/** What the ORM and our own statements run on within the transaction. */
function kyselyOn(client: PoolClient, onStatement?: OnStatement): Kysely<unknown> {
  const connection = { query: client.query.bind(client), release: () => {} };
  return new Kysely({
    dialect: new PostgresDialect({
      pool: { connect: async () => connection, end: async () => {}, options: {} },
    }),
    ...(onStatement && {
      log: ({ query, queryDurationMillis: ms }) => onStatement({ text: query.sql, ms }),
    }),
  });
}

/** The rows of a statement that sees what this transaction has written so far. */
export async function select<Row>(tx: Transaction, statement: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await statement.execute(tx.getKysely());
  return rows;
}
