import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { readJson } from './read.ts';
import type { OnStatement } from './statement.ts';

/** A replica that has failed is left alone for so many milliseconds. */
const REST = 5_000;

export interface ReplicaOptions {
  poolSize: number;
  /** In milliseconds. */
  statementTimeout: number;
  onStatement?: OnStatement | undefined;
}

/** Streaming replicas of the primary, asked in turn. */
export interface Replicas {
  /**
   * Reads from the next replica, which must have seen this revision of the catalog: it says so in the same statement.
   * Null when it has not, or does not answer; the primary does.
   */
  read<T>(statement: RawBuilder<unknown>, revision: number): Promise<{ value: T } | null>;
  close(): Promise<void>;
}

export function openReplicas(urls: string[], options: ReplicaOptions): Replicas {
  const { poolSize, statementTimeout, onStatement } = options;
  const replicas = urls.map((connectionString) => {
    const pool = new pg.Pool({
      connectionString,
      max: poolSize,
      connectionTimeoutMillis: 1_000,
      statement_timeout: statementTimeout,
      query_timeout: statementTimeout + 2_000,
      application_name: 'cinematheque',
      options: '-c jit=off',
    });
    // An idle connection that is lost; the next read notices it.
    pool.on('error', () => {});
    return { pool, restsUntil: 0 };
  });
  let turn = 0;
  return {
    async read<T>(statement: RawBuilder<unknown>, revision: number) {
      turn += 1;
      const well = replicas.filter(({ restsUntil }) => restsUntil < performance.now());
      const replica = well[turn % well.length];
      if (!replica) return null;
      try {
        const seen = await readJson<{ revision: number; value: T }>(
          { pool: replica.pool, prepares: true, onStatement },
          sql`select json_build_object('value', (select j from (${statement}) read),
            'revision', (select revision from catalog_revision)) as j`,
        );
        return seen.revision >= revision ? seen : null;
      } catch {
        replica.restsUntil = performance.now() + REST;
        return null;
      }
    },
    close: async () => {
      await Promise.all(replicas.map(({ pool }) => pool.end()));
    },
  };
}
