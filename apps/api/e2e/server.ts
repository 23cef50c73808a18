import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the browser tests' server listens. */
const port = process.env.E2E_PORT ?? '4173';
export const address = `http://127.0.0.1:${port}`;

export const admin = { email: 'admin@example.org', password: 'correct-horse-battery' };

/** The server's environment: a catalog of its own that nothing else sees. Each worker shares the first one's. */
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'cinematheque-e2e-'));
export const environment = {
  PORT: port,
  DATA_DIR: process.env.E2E_DATA_DIR,
  DATABASE_URL: '',
  ADMIN_EMAIL: admin.email,
  ADMIN_PASSWORD: admin.password,
  LOG_LEVEL: 'warn',
};
