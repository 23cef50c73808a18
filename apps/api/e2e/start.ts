// The server of the browser tests, with a catalog as new: `node start.ts sample`, or `tmdb`, which imports the whole
// TMDB 5000 data set first, as an operator would. A POST to its control port begins again from nothing.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onServer, urlOf } from '@cinematheque/db/testing/server';
import { controlOf, tmdbFolder } from './server.ts';

const { DATABASE_URL: database, DATA_DIR: dataDir = '', PORT: port } = process.env;
const address = `http://127.0.0.1:${port}`;
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function begin(): Promise<ChildProcess> {
  rmSync(dataDir, { recursive: true, force: true });
  if (database) {
    const name = new URL(database).pathname.slice(1);
    const server = urlOf(database, 'postgres');
    await onServer(server, `drop database if exists ${name} with (force)`, `create database ${name}`);
  }
  if (process.argv[2] === 'tmdb') {
    const file = (name: string) => join(tmdbFolder ?? '.', `tmdb_5000_${name}.csv.gz`);
    const files = ['--movies', file('movies'), '--credits', file('credits')];
    execFileSync(process.execPath, [pathOf('../src/cli/main.ts'), 'import', 'tmdb', ...files], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const child = spawn(process.execPath, [pathOf('../src/main.ts')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('exit', (code) => {
    if (child === server) process.exit(code ?? 1);
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function isReady(): Promise<boolean> {
  return (await fetch(`${address}/readyz`).catch(() => null))?.ok ?? false;
}

let server: ChildProcess | undefined = await begin();

createServer(async (_request, response) => {
  const old = server;
  server = undefined;
  if (old) await end(old);
  server = await begin();
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 100));
  response.end();
}).listen(Number(new URL(controlOf(address)).port), '127.0.0.1');

process.once('SIGTERM', async () => {
  const last = server;
  server = undefined;
  if (last) await end(last);
  process.exit(0);
});
