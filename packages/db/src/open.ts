import { MikroORM } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { ClientBase, Pool } from 'pg';
import { type CatalogWatch, watchCatalog } from './catalog-watch.ts';
import { type ChangeAuthor, inChange, type Transaction } from './change.ts';
import { entities } from './entities/index.ts';
import { compareMigrations, migrateUnderLock, type SchemaState } from './migrate.ts';
import { readJson, runStatement } from './read.ts';
import { openReplicas } from './replicas.ts';
import type { OnStatement } from './statement.ts';

/** One open catalog. Nothing else in the product talks to PostgreSQL. */
export interface Database {
  readonly url: string;
  /** Runs one statement that returns one JSON value (column j); null when there is no row. */
  read<T>(statement: RawBuilder<unknown>): Promise<T>;
  /**
   * The same for what everybody is answered alike, from a replica; null without replicas. Never older than what this
   * server knows of, and so not than what its own users have written. Hearts, which do not move the catalog, may lag.
   */
  readonly readPublic: (<T>(statement: RawBuilder<unknown>) => Promise<T>) | null;
  /** Runs `work` in one transaction whose every write the change log files under this author. */
  change<T>(by: ChangeAuthor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs one statement on tables that the change log leaves out, sessions and the like; gives what it returns. */
  unlogged<Row>(statement: RawBuilder<Row>): Promise<Row[]>;
  /** Begins to watch for changes of the catalog; the same watch for everybody who asks, until the database is closed. */
  watch(): CatalogWatch;
  /** Brings the schema up to date; safe when several servers start at once. Returns the names of what ran. */
  migrate(): Promise<string[]>;
  /** What keeps the schema from being this release's: nothing in either list when it is. */
  schemaState(): Promise<SchemaState>;
  close(): Promise<void>;
  readonly orm: MikroORM;
}

export interface OpenOptions {
  url: string;
  /** Beside a transaction pooler: the server itself, for migrations and their lock. */
  directUrl?: string | undefined;
  /** Streaming replicas, for reads that are public. */
  replicaUrls?: string[];
  /** Connections at most. */
  poolSize?: number;
  /** A statement that takes longer is cancelled, in milliseconds. Imports lift it; migrations have none. */
  statementTimeout?: number;
  /** Told of every statement of a read, a change and an unlogged write, at its end. */
  onStatement?: OnStatement | undefined;
}

/** Whoever wants a connection when so many wait for one is refused at once. */
const WAITING_AT_MOST = 100;

/** More is asked of the database than can be answered in time. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError';
  /** PostgreSQL's own code for "too many connections". */
  readonly code = '53300';
}

/** Opens the catalog at a PostgreSQL URL. Does not migrate; `migrate()` does. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, directUrl = url, replicaUrls = [], poolSize = 10, statementTimeout = 15_000 } = options;
  const { onStatement } = options;
  const pooled = directUrl !== url;
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    pool: { min: 0, max: poolSize },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      // A transaction pooler takes no settings: there it is for the pooler to set a limit.
      ...(!pooled && { statement_timeout: statementTimeout }),
      // The server cancels at statement_timeout; when even that answer does not come, the connection is given up.
      query_timeout: statementTimeout + 2_000,
      application_name: 'cinematheque',
      // Compiling a search takes longer than answering it.
      onConnect: (client: ClientBase) => client.query('set jit = off'),
    },
    forceUtcTimezone: true,
    timezone: 'Z',
  });
  let watch: CatalogWatch | null = null;
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  const from = { pool, prepares: !pooled, onStatement };
  const replicas = openReplicas(replicaUrls, { poolSize, statementTimeout, onStatement });
  const admitted = <T>(work: () => Promise<T>): Promise<T> =>
    // Free connections take from those who wait only after this moment.
    pool.waitingCount < WAITING_AT_MOST + pool.idleCount
      ? work()
      : Promise.reject(new DatabaseBusyError(`${WAITING_AT_MOST} wait for a connection already`));
  const read = <T>(statement: RawBuilder<unknown>): Promise<T> => admitted(() => readJson(from, statement));
  const readPublic = async <T>(statement: RawBuilder<unknown>): Promise<T> => {
    const seen = watch?.isCurrent() ? await replicas.read<T>(statement, watch.revision()) : null;
    return seen ? seen.value : read<T>(statement);
  };
  return {
    url,
    orm,
    read,
    readPublic: replicaUrls.length ? readPublic : null,
    unlogged: (statement) => admitted(() => runStatement(from, statement)),
    change: (by, work) =>
      admitted(() => inChange(orm.em.fork(), by, work, (revision) => watch?.move(revision), onStatement)),
    watch: () => (watch ??= watchCatalog(directUrl)),
    migrate: () => migrateUnderLock(directUrl),
    schemaState: () => compareMigrations(orm, from),
    close: async () => {
      await watch?.close();
      await replicas.close();
      await orm.close(true);
    },
  };
}
