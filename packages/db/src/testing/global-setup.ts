import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded/server.ts';
import { openDatabase } from '../open.ts';
import { dropDatabase, onServer, urlOf } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address, and what the names of this run's databases begin with. The first is the template. */
    postgres: { server: string; prefix: string; template: string };
  }
}

/** Before the first test: a server and, on it, one migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const { server, stop } = await startServer();
  const prefix = `cinematheque_test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  await onServer(server, `create database ${template}`);
  const database = await openDatabase({ url: urlOf(server, template) });
  await database.migrate();
  await database.close();
  project.provide('postgres', { server, prefix, template });

  return async () => {
    await dropAll(server, prefix);
    await stop();
  };
}

/** The server of DATABASE_URL, or an embedded one in a folder that goes with it. */
async function startServer(): Promise<{ server: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { server: given, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-test-'));
  // When root runs the tests, PostgreSQL runs under another account, which must be able to enter.
  await chmod(dataDir, 0o755);
  const { url, stop } = await startEmbedded({ dataDir });
  return {
    server: url,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whatever a test file left behind goes too. */
async function dropAll(server: string, prefix: string): Promise<void> {
  const left = await onServer(server, `select datname from pg_database where datname like '${prefix}%'`);
  for (const { datname } of left) await dropDatabase(server, String(datname));
}
