import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';

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

/**
 * The one way to write. The triggers read the author from the transaction's settings and file every row under one
 * change (docs/decisions/0004-change-log.md); a transaction that changes nothing leaves no change.
 */
export function inChange<T>(
  em: EntityManager,
  by: ChangeAuthor,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return em.transactional(async (tx) => {
    await tx.execute(
      `select set_config('cinematheque.user', ?, true), set_config('cinematheque.channel', ?, true),
              set_config('cinematheque.summary', ?, true)`,
      [String(by.userId ?? ''), by.channel, by.summary ?? ''],
    );
    return work(tx);
  });
}

/** The rows of a statement that sees what this transaction has written so far. */
export async function select<Row>(tx: Transaction, statement: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await statement.execute(tx.getKysely());
  return rows;
}
