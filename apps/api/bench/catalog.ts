import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@cinematheque/db/embedded/server';
import pg from 'pg';
import { fromCaller } from '../src/cli/paths.ts';
import { runProgram } from './child.ts';
import { atEnd } from './cleanup.ts';

/** The catalog that everything is measured on. */
export interface Catalog {
  url: string;
  dataDir: string;
  /** Runs one statement beside the measurements. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** A PostgreSQL of its own in a temporary folder, with the real films where they are there, else made-up ones. */
export async function prepareCatalog(tmdb: string | undefined): Promise<Catalog> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-bench-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const { url, stop } = await startEmbedded({ dataDir });
  atEnd(stop);
  await runProgram('../src/cli/main.ts', tmdb ? importing(tmdb) : generating, { DATABASE_URL: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  atEnd(() => client.end());
  // What autovacuum does within minutes on a server that stays up.
  await client.query('vacuum analyze');
  return { url, dataDir, query: async (text, values) => (await client.query(text, values)).rows };
}

const generating = ['generate', '--movies', '5000', '--persons', '50000', '--characters', '100000'];

const importing = (folder: string) => {
  const file = (name: string) => fromCaller(join(folder, `tmdb_5000_${name}.csv.gz`));
  return ['import', 'tmdb', '--movies', file('movies'), '--credits', file('credits')];
};
