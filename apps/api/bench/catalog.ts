import { existsSync } from 'node:fs';
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

/** How many rows "catalog generate" makes. */
export interface Sizes {
  movies: number;
  persons: number;
  characters: number;
}

/** A PostgreSQL of its own in a temporary folder, with the real films where they are there, else made-up ones. */
export async function prepareCatalog(tmdb: string | undefined): Promise<Catalog> {
  return openCatalog(
    await temporaryFolder(),
    tmdb ? importing(tmdb) : generating({ movies: 5_000, persons: 50_000, characters: 100_000 }),
  );
}

/** A folder that is there until the end. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinematheque-bench-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The catalog kept in a folder; an empty one is filled first, by a command of "catalog". */
export async function openCatalog(dataDir: string, filling: string[]): Promise<Catalog> {
  const kept = existsSync(join(dataDir, 'database'));
  const { url, stop } = await startEmbedded({ dataDir });
  atEnd(stop);
  if (!kept) await runProgram('../src/cli/main.ts', filling, { DATABASE_URL: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  atEnd(() => client.end());
  // What autovacuum does within minutes on a server that stays up.
  if (!kept) await client.query('vacuum analyze');
  return { url, dataDir, query: async (text, values) => (await client.query(text, values)).rows };
}

/** The command that makes a catalog of these sizes. */
export const generating = (sizes: Sizes) => [
  'generate',
  ...Object.entries(sizes).flatMap(([name, rows]) => [`--${name}`, `${rows}`]),
];

/** The command that imports the films of TMDB 5000. */
export const importing = (folder: string) => {
  const { movies, credits } = tmdbFiles(folder);
  return ['import', 'tmdb', '--movies', movies, '--credits', credits];
};

export const tmdbFiles = (folder: string) => ({
  movies: fromCaller(join(folder, 'tmdb_5000_movies.csv.gz')),
  credits: fromCaller(join(folder, 'tmdb_5000_credits.csv.gz')),
});
