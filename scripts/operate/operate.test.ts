import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { root } from '../run-command.ts';
import { hasDebianPostgres, startDebianPostgres } from '../testing/debian-postgres.ts';
import { serve } from '../testing/serve.ts';

/** docs/operate.md, command by command, in folders of its own. */
const run = promisify(execFile);
const home = await mkdtemp(join(tmpdir(), 'cinematheque-operate-'));
await chmod(home, 0o755);
const manual = await readFile(join(root, 'docs/operate.md'), 'utf8');
afterAll(async () => {
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Each `npx -y pnpm@12 catalog ...` line of the manual runs as it stands there, its archive by its real name. */
const commands = [...manual.matchAll(/^npx -y pnpm@12 catalog (.+)$/gm)].map(([, rest = '']) => rest);
let archive = '';
let genres = '';

async function catalog(line: string, env: Record<string, string>) {
  const args = line.replace(/backups\/cinematheque-\S+\.tar/, `backups/${archive}`).split(' ');
  return run(process.execPath, [join(root, 'apps/api/src/cli/main.ts'), ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, ...env },
  });
}

const genresOf = async (url: string) => (await fetch(`${url}/trpc/genres.list`)).text();
const first = {
  DATA_DIR: join(home, 'first'),
  ADMIN_EMAIL: 'ana@example.org',
  ADMIN_PASSWORD: 'a password of hers',
};

it('backs up while the server runs, restores on another host, and looks after it', async () => {
  expect(commands).toEqual([
    'backup backups/ --keep 7',
    'restore backups/cinematheque-20261126T040000Z.tar',
    'backup backups/',
    'doctor',
    'user reset-password --email ana@example.org',
    'migrate',
  ]);
  const server = await serve(first);
  genres = await genresOf(server.url);
  await catalog(commands[0] ?? '', first);
  [archive = ''] = await readdir(join(home, 'backups'));
  await server.stop();
  const unpack = `mkdir plain && tar -x -C plain -f backups/${archive} && cd plain && sha256sum --check --quiet SHA256SUMS`;
  await run('/bin/sh', ['-c', unpack], { cwd: home });

  const second = { DATA_DIR: join(home, 'second') };
  await catalog(commands[1] ?? '', second);
  for (const line of ['doctor', 'migrate']) await catalog(line, second);
  expect((await catalog(commands[4] ?? '', second)).stdout).toMatch(/reset-password#token=/);
  const restored = await serve(second);
  expect(await genresOf(restored.url)).toBe(genres);
  await restored.stop();
});

it.runIf(hasDebianPostgres)('goes from PostgreSQL 18 to 15 and back', async () => {
  const { url, stop } = await startDebianPostgres();
  onTestFinished(stop);
  await catalog(commands[1] ?? '', { DATABASE_URL: url, DATA_DIR: join(home, 'fifteen') });
  const fifteen = { DATABASE_URL: url, DATA_DIR: join(home, 'fifteen') };
  expect((await catalog('doctor', fifteen)).stdout).toMatch(/PostgreSQL 15\.\d+ answers/);
  await catalog('backup back.tar', fifteen);
  const third = { DATA_DIR: join(home, 'third') };
  await catalog('restore back.tar', third);
  const server = await serve(third);
  expect(await genresOf(server.url)).toBe(genres);
  await server.stop();
});
