import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningEmbedded, startEmbedded } from '@cinematheque/db/embedded/server';
import { openDatabase } from '@cinematheque/db/open';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { catalog, startCatalog } from './testing/catalog.ts';

// A server of its own: what the tool does without DATABASE_URL.
const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-cli-'));
await chmod(dataDir, 0o755);
const run = (...args: string[]) => catalog(args, { DATA_DIR: dataDir });

it('starts the database for its own time, uses a running one, and leaves nothing half-way when it is interrupted', async () => {
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const first = await run('migrate');
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^Applied 0001-text, /) });
  expect(await runningEmbedded(dataDir)).toBeNull();

  const server = await startEmbedded({ dataDir });
  expect(await run('migrate')).toEqual({ code: 0, out: 'The database is up to date.\n', err: '' });
  expect(await runningEmbedded(dataDir)).toBe(server.url);
  await server.stop();

  const sizes = ['--movies', '20000', '--persons', '20000', '--characters', '100000'];
  const { child, outcome } = startCatalog(['generate', ...sizes], { DATA_DIR: dataDir });
  child.stderr.on('data', (chunk) => {
    if (`${chunk}`.includes('Making films')) child.kill('SIGINT');
  });
  expect(await outcome).toMatchObject({
    code: 130,
    out: '',
    err: expect.stringMatching(
      /\nInterrupted: the steps that are done stay, and the same command goes on behind them\n$/,
    ),
  });
  expect(await runningEmbedded(dataDir)).toBeNull();

  const again = await startEmbedded({ dataDir });
  const db = await openDatabase({ url: again.url });
  const count = (table: string) => db.read(sql`select count(*)::int as j from ${sql.table(table)}`);
  expect([await count('persons'), await count('movies')]).toEqual([20_000, 0]);
  await db.close();
  await again.stop();
}, 120_000);
