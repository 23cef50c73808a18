import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@cinematheque/db/testing/database';
// What the tests' set-up provides is typed there.
import type {} from '@cinematheque/db/testing/global-setup';
import { make } from '@cinematheque/db/testing/make';
import type { Role } from '@cinematheque/shared/user';
import { afterAll } from 'vitest';
import { hashPassword } from '../account/password.ts';
import { readConfig } from '../config.ts';
import type { Services, Viewer } from '../context.ts';
import { createCaller } from '../router.ts';
import { buildServer } from '../server.ts';
import { openServices } from '../services.ts';
import { dumpOf } from './dump.ts';
import { cookieFrom, type Headers, httpClient } from './http.ts';

/** Who calls. `other` is a second visitor. */
export type Actor = 'anon' | 'visitor' | 'other' | 'editor' | 'admin';

export const PASSWORD = 'correct horse battery';

interface Options {
  /** Environment variables of the server. */
  env?: NodeJS.ProcessEnv;
  /** Services other than the real ones. */
  instead?: (services: Services) => Partial<Services>;
}

/** The real server on a database and a folder of its own, with an account of every role. Gone after the file. */
export async function testApi({ env = {}, instead = () => ({}) }: Options = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-api-'));
  const { url } = await testDatabase();
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir, DATABASE_URL: url, ...env });
  const running = await openServices(config);
  const services: Services = { ...running, ...instead(running) };
  const app = await buildServer(services);
  afterAll(async () => {
    await app.close();
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const rows = make(running.db);
  const passwordHash = await hashPassword(PASSWORD);
  const account = async (username: string, role: Role): Promise<Viewer> => {
    const { id } = await rows.user({ username, email: `${username}@example.org`, role, passwordHash });
    return { id, username, role };
  };
  const viewers: Record<Actor, Viewer | null> = {
    anon: null,
    visitor: await account('visitor', 'visitor'),
    other: await account('other', 'visitor'),
    editor: await account('editor', 'editor'),
    admin: await account('admin', 'admin'),
  };

  const http = httpClient(app);
  /** The Cookie header of a new session: what one test ends is no other's. */
  const cookieOf = async (actor: Actor): Promise<Headers> => {
    const viewer = viewers[actor];
    return viewer ? { cookie: cookieFrom(await services.sessions.start(viewer.id)) } : {};
  };

  return {
    app,
    services,
    db: running.db,
    rows,
    http,
    /** The account behind an actor. */
    viewer(actor: Exclude<Actor, 'anon'>): Viewer {
      const viewer = viewers[actor];
      if (!viewer) throw new Error(`${actor} has no account`);
      return viewer;
    },
    /** The procedures themselves, typed, called as somebody. */
    as: (actor: Actor) =>
      createCaller({
        ...services,
        viewer: viewers[actor],
        sessionId: null,
        caller: { address: '127.0.0.1', userAgent: null },
        requestId: 'test',
        audit: () => {},
        setHeader: () => {},
        batched: false,
      }),
    cookieOf,
    /** One procedure over HTTP, with the actor's cookie. */
    call: async (actor: Actor, path: string, input?: unknown) =>
      http.call(path, input, await cookieOf(actor)),
    /** The same, by an account of its own that may well be gone afterwards. */
    async callAsNew(role: Role, path: string, input?: unknown) {
      const { id } = await rows.user({ role, passwordHash });
      return http.call(path, input, { cookie: cookieFrom(await services.sessions.start(id)) });
    },
    /** Fingerprint of all rows (but for sessions and counted tries) and all stored files: equal when nothing has changed. */
    dump: () => dumpOf(running.db, join(dataDir, 'files')),
  };
}

export type TestApi = Awaited<ReturnType<typeof testApi>>;
