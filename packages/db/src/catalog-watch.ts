import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Tells when the catalog has changed, whoever wrote. */
export interface CatalogWatch {
  /** Calls whenever the catalog may have changed: at once after our own change, soon after anybody else's; until told to stop. */
  onMove(listener: () => void): () => void;
  /** False while nobody can tell whether the catalog has changed within the last second. */
  isCurrent(): boolean;
  /** The newest revision that is known of; -1 before the first. */
  revision(): number;
  /** To be told of our own change when it is committed, before anybody else is: the revision then, if it is known. */
  move(revision?: number): void;
  close(): Promise<void>;
}

/** How often the revision is asked for: NOTIFY does not tell every move (migration 0004). */
const ASK_EVERY = 400;

/** What is known for longer than this many milliseconds is not known. */
const KNOWN_FOR = 1_000;

/**
 * Listens to the catalog's revision on a connection of its own, which a pooler may not share (DATABASE_DIRECT_URL).
 * A connection that is lost is opened again for as long as it takes.
 */
export function watchCatalog(url: string): CatalogWatch {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let client: pg.Client | null = null;
  let revision = -1;
  let knownAt = Number.NEGATIVE_INFINITY;

  const move = (to?: number) => {
    if (to !== undefined && to <= revision) return;
    revision = to ?? revision;
    for (const listener of listeners) listener();
  };

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client({
      connectionString: url,
      application_name: 'cinematheque catalog watch',
      connectionTimeoutMillis: 5_000,
      query_timeout: KNOWN_FOR,
    });
    // It says so at the next question too.
    opened.on('error', () => {});
    opened.on('notification', ({ payload }) => move(Number(payload)));
    await opened.connect();
    client = opened;
    await opened.query('listen catalog');
    return opened;
  }

  async function ask(): Promise<void> {
    const askedAt = performance.now();
    const { rows } = await (client ?? (await connect())).query<{ revision: string }>(
      'select revision from catalog_revision',
    );
    move(Number(rows[0]?.revision));
    knownAt = askedAt;
  }

  async function disconnect(): Promise<void> {
    const left = client;
    client = null;
    // A server that stands still does not even say goodbye.
    await Promise.race([left?.end().catch(() => {}), sleep(KNOWN_FOR, undefined, { ref: false })]);
  }

  const watching = (async () => {
    while (!closing.signal.aborted) {
      await ask().catch(disconnect);
      await sleep(ASK_EVERY, undefined, { ref: false, signal: closing.signal }).catch(() => {});
    }
    await disconnect();
  })();

  return {
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    isCurrent: () => performance.now() - knownAt < KNOWN_FOR,
    revision: () => revision,
    move,
    close: () => {
      closing.abort();
      return watching;
    },
  };
}
