import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { urlOf } from '@cinematheque/db/testing/server';

export const admin = { email: 'admin@example.org', password: 'correct-horse-battery' };

const port = Number(process.env.E2E_PORT ?? 4173);

/** Catalogs of their own that nothing else sees. The workers, processes of their own, share them with the first. */
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'cinematheque-e2e-'));

/** Where a server of the tests is told to begin again (start.ts). */
export function controlOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `http://${hostname}:${Number(port) + 10}`;
}

const given = process.env.DATABASE_URL;

const serverAt = (at: number, name: string) => ({
  address: `http://127.0.0.1:${at}`,
  environment: {
    PORT: String(at),
    DATA_DIR: join(process.env.E2E_DATA_DIR ?? '', name),
    // On a server of one's own, a database that the next run replaces.
    DATABASE_URL: given ? urlOf(given, `cinematheque_e2e_${name}`) : '',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    // Every statement is one that the System page names; the log would be of nothing else.
    SLOW_STATEMENT_MS: '1',
    LOG_LEVEL: 'error',
  },
});

/** The server of the console's tests, with the sample catalog; and that of the site's, which run at the same time. */
export const consoleServer = serverAt(port, 'console');
export const siteServer = serverAt(port + 1, 'site');

/** The folder of the TMDB 5000 data set; without it the tests that want 4,803 films are left out. */
export const tmdbFolder = process.env.TMDB5000_DIR;

/** The server of `*.tmdb.spec.ts`, with the whole data set imported. */
export const tmdbServer = serverAt(port + 2, 'tmdb');
