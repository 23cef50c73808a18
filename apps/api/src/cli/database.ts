import type { Database } from '@cinematheque/db/open';
import { type Config, readConfig } from '../config.ts';
import { Interrupted } from './failure.ts';

/** A command may keep one statement busy for as long as it likes; a day is as good as forever. */
const NO_TIMEOUT = 24 * 60 * 60 * 1000;

/** The catalog's database, as it is. */
export interface Server {
  url: string;
  config: Config;
}

/**
 * Runs a command's work on the database of DATABASE_URL, else on the one that a running server has started, else on
 * the embedded one, started for as long as the work takes. Nothing is migrated.
 */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const config = readConfig();
  const { url, stop } = await findServer(config);
  const signals = listen();
  try {
    // When a signal comes first, connections are left to the end of the process: closing them would wait for the work.
    return await Promise.race([work({ url, config }), signals.interrupted]);
  } finally {
    signals.stop();
    await stop();
  }
}

/** Runs a command's work on the catalog, migrated. */
export function withDatabase<T>(work: (db: Database, migrated: string[]) => Promise<T>): Promise<T> {
  return withServer(async ({ url }) => {
    // Loading the ORM takes most of a second: help and wrong use do not wait for it.
    const { openDatabase } = await import('@cinematheque/db/open');
    const db = await openDatabase({ url, statementTimeout: NO_TIMEOUT, poolSize: 4 });
    const result = await work(db, await db.migrate());
    await db.close();
    return result;
  });
}

async function findServer(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  const { runningEmbedded, startEmbedded } = await import('@cinematheque/db/embedded/server');
  const given = config.databaseDirectUrl ?? (await runningEmbedded(config.dataDir));
  if (given) return { url: given, stop: async () => {} };
  return startEmbedded({ dataDir: config.dataDir, log: (line) => console.error(line) });
}

function listen() {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  const onSignal = (signal: (typeof signals)[number]) => reject(new Interrupted(signal));
  for (const signal of signals) process.on(signal, onSignal);
  interrupted.catch(() => {});
  return {
    interrupted,
    stop: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
