import { startEmbedded } from '@cinematheque/db/embedded/server';
import { type Database, openDatabase } from '@cinematheque/db/open';
import type { Dashboard } from '@cinematheque/shared/dashboard';
import { sql } from 'kysely';
import { createPasswords } from './account/password.ts';
import { createSessions } from './account/session.ts';
import { createTokens } from './account/tokens.ts';
import { createApiTokens } from './api-tokens.ts';
import type { Config } from './config.ts';
import type { Services } from './context.ts';
import { openStorage } from './files/storage.ts';
import { createKeeper } from './keeper.ts';
import { createLive } from './live/live.ts';
import { createMailer } from './mail/mailer.ts';
import { openSettings } from './settings.ts';
import { createSlowStatements, type SlowStatements } from './slow-statements.ts';
import { StartError } from './start-error.ts';

export interface Running extends Services {
  /** Settles with a reason when the embedded database ends by itself. */
  databaseLost: Promise<string>;
  close(): Promise<void>;
}

/** Starts or opens the database, migrates it, and builds what the server needs. */
export async function openServices(config: Config): Promise<Running> {
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  try {
    const url = embedded?.url ?? config.databaseUrl ?? '';
    const slowStatements = createSlowStatements(config.slowStatementMs);
    const db = await openMigrated(url, config, slowStatements).catch((reason: unknown) => {
      throw new StartError(`The database ${embedded ? '' : 'of DATABASE_URL '}cannot be used`, reason);
    });
    const storage = await openStorage(config, () => db.read(sql`select exists (select from files) as j`));
    const mailer = config.mail && createMailer(config.mail);
    const sessions = createSessions(db, { secure: config.publicUrl?.startsWith('https:') ?? false });
    let closing = false;
    return {
      config,
      db,
      storage,
      settings: await openSettings(db),
      sessions,
      live: createLive(db, sessions),
      overviews: createKeeper<Dashboard>(db.watch(), config.cacheBytes),
      passwords: createPasswords(),
      slowStatements,
      apiTokens: createApiTokens(db),
      tokens: createTokens(db, config.publicUrl ?? config.basePath),
      mailer,
      databaseLost: new Promise((resolve) => {
        void embedded?.exited.then(({ code, signal }) => {
          if (!closing) resolve(`The database ended by itself (${signal ?? `exit code ${code}`}).`);
        });
      }),
      async close() {
        closing = true;
        await mailer?.idle();
        await db.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function openMigrated(
  url: string,
  { databaseDirectUrl, databaseReplicaUrls }: Config,
  { note }: SlowStatements,
): Promise<Database> {
  const db = await openDatabase({
    url,
    directUrl: databaseDirectUrl,
    replicaUrls: databaseReplicaUrls,
    onStatement: note,
  });
  await db.migrate();
  return db;
}
