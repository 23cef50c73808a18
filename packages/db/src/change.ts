import type { EntityManager } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import type { Pool, PoolClient } from 'pg';

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
): Promise<T> {
  // Begun and ended here, not by the ORM: that never returns a connection whose rollback fails, and with it keeps a
  // place in the pool, and on a server that only stood still the open transaction and its locks.
  const pool: Pool = await tx.getConnection().getNativeClient();
  const client = await pool.connect();
  let broken = false;
  const breakOff = () => {
    broken = true;
  };
  // A connection that is lost between two statements says so here, and would end the process if nobody listened.
  client.on('error', breakOff);
  try {
    await client.query('begin');
    tx.setTransactionContext(kyselyOn(client));
    await tx.execute(
      `select set_config('cinematheque.user', ?, true), set_config('cinematheque.channel', ?, true),
              set_config('cinematheque.summary', ?, true)`,
      [String(by.userId ?? ''), by.channel, by.summary ?? ''],
    );
    const result = await work(tx);
    await client.query('commit');
    return result;
  } catch (error) {
    const rollback = { text: 'rollback', query_timeout: ROLLBACK_PATIENCE };
    await client.query(rollback).catch(breakOff);
    throw error;
  } finally {
    client.off('error', breakOff);
    client.release(broken);
  }
}

/** What the ORM and our own statements run on within the transaction. */
function kyselyOn(client: PoolClient): Kysely<unknown> {
  const connection = { query: client.query.bind(client), release: () => {} };
  return new Kysely({
    dialect: new PostgresDialect({
      pool: { connect: async () => connection, end: async () => {}, options: {} },
    }),
  });
}

/** The rows of a statement that sees what this transaction has written so far. */
export async function select<Row>(tx: Transaction, statement: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await statement.execute(tx.getKysely());
  return rows;
}
