// The server of the browser tests, with a catalog as new: `node start.ts sample`, or `tmdb`, which imports the whole
// TMDB 5000 data set first, as an operator would.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onServer, urlOf } from '@cinematheque/db/testing/server';
import { tmdbFolder } from './server.ts';

const database = process.env.DATABASE_URL;
if (database) {
  const name = new URL(database).pathname.slice(1);
  const server = urlOf(database, 'postgres');
  await onServer(server, `drop database if exists ${name} with (force)`, `create database ${name}`);
}

if (process.argv[2] === 'tmdb') {
  const file = (name: string) => join(tmdbFolder ?? '.', `tmdb_5000_${name}.csv.gz`);
  const cli = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const files = ['--movies', file('movies'), '--credits', file('credits')];
  execFileSync(process.execPath, [cli, 'import', 'tmdb', ...files], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
await import('../src/main.ts');
