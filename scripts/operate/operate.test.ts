import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { root } from '../run-command.ts';

/** docs/operate.md, command by command, in folders of its own. */
const run = promisify(execFile);
const home = await mkdtemp(join(tmpdir(), 'cinematheque-operate-'));
await chmod(home, 0o755);
const manual = await readFile(join(root, 'docs/operate.md'), 'utf8');
const debian = '/usr/lib/postgresql/15/bin';
let stopDebian = async () => {};
afterAll(async () => {
  await stopDebian();
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

async function serve(env: Record<string, string>) {
  const server = spawn(process.execPath, [join(root, 'apps/api/src/main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of server.stdout ?? []) {
    output += chunk;
    if (output.includes('API')) break;
  }
  return {
    url: output.match(/API\s+(http:\S+)\/trpc/)?.[1] ?? '',
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
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
  await mkdir(join(home, 'backups'));
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

it.runIf(existsSync(debian) && process.getuid?.() === 0)(
  'goes from PostgreSQL 18 to 15 and back',
  async () => {
    const url = await startDebian();
    await catalog(commands[1] ?? '', { DATABASE_URL: url, DATA_DIR: join(home, 'fifteen') });
    const fifteen = { DATABASE_URL: url, DATA_DIR: join(home, 'fifteen') };
    expect((await catalog('doctor', fifteen)).stdout).toMatch(/PostgreSQL 15\.\d+ answers/);
    await catalog('backup back.tar', fifteen);
    const third = { DATA_DIR: join(home, 'third') };
    await catalog('restore back.tar', third);
    const server = await serve(third);
    expect(await genresOf(server.url)).toBe(genres);
    await server.stop();
  },
);

async function startDebian(): Promise<string> {
  const cluster = await mkdtemp(join(tmpdir(), 'cinematheque-fifteen-'));
  await run('chown', ['postgres', cluster]);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  const port = typeof address === 'object' ? address?.port : 0;
  const asPostgres = (line: string) => run('su', ['postgres', '-s', '/bin/sh', '-c', line], { cwd: '/' });
  await asPostgres(`${debian}/initdb -D ${cluster}/data -A trust -E UTF8 --locale=C.UTF-8`);
  await asPostgres(
    `${debian}/pg_ctl -w -D ${cluster}/data -o '-p ${port} -k ${cluster} -c listen_addresses=127.0.0.1' -l ${cluster}/log start`,
  );
  stopDebian = async () => {
    await asPostgres(`${debian}/pg_ctl -m immediate -D ${cluster}/data stop`);
    await rm(cluster, { recursive: true, force: true });
  };
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}
