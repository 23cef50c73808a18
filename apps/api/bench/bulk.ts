import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { type Catalog, generating, importing, temporaryFolder } from './catalog.ts';
import { runProgram } from './child.ts';
import { manyTimes } from './many-films.ts';
import { median, range, ratio } from './numbers.ts';
import { printTable } from './table.ts';

/** What an import fills, in the order of their references. */
const tables = [
  ...['countries', 'genres', 'persons', 'directors', 'movies', 'movie_genres', 'movie_persons', 'characters'],
];

/** The import of TMDB 5000 by the command that everybody has, to COPY of the same rows into the same tables. */
export async function measureImport(catalog: Catalog, tmdb: string, rounds: number): Promise<void> {
  const folder = await temporaryFolder();
  const ratios: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const imported = await emptyDatabase(catalog, 'bench_import');
    const [, importSeconds] = await timed(() =>
      runProgram('../src/cli/main.ts', importing(tmdb), { DATABASE_URL: imported }),
    );
    const rows = await copyOut(imported, folder);
    const copied = await emptyDatabase(catalog, 'bench_copy');
    const [, copySeconds] = await timed(() => copyIn(copied, folder));
    speeds.push(rows / importSeconds);
    ratios.push(copySeconds / importSeconds);
  }
  printTable(
    ['import of TMDB 5000', 'rows per second', 'to COPY (0.25)', 'range'],
    [['with change log and indexes', ratio(median(speeds)), ratio(median(ratios)), range(ratios)]],
  );
}

/** What the command's process holds at most while a million rows go in. */
export async function measureMemory(catalog: Catalog, tmdb: string | undefined): Promise<void> {
  const generated = await runProgram(
    '../src/cli/main.ts',
    generating({ movies: 50_000, persons: 150_000, characters: 300_000 }),
    { DATABASE_URL: await emptyDatabase(catalog, 'bench_memory') },
  );
  const rows = [['generate, about 1,000,000 rows', ratio(generated)]];
  if (tmdb) {
    const files = await manyTimes(tmdb, await temporaryFolder());
    const url = await emptyDatabase(catalog, 'bench_memory');
    const args = ['import', 'tmdb', '--movies', files.movies, '--credits', files.credits];
    const most = await runProgram('../src/cli/main.ts', args, { DATABASE_URL: url });
    const count = await countRows(url);
    rows.push([`import, ${count.toLocaleString('en')} rows`, ratio(most)]);
  }
  printTable(['memory of a command', 'MB at most (400)'], rows);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, (performance.now() - began) / 1000];
}

/** A migrated database of its own beside the catalog's. */
async function emptyDatabase(catalog: Catalog, name: string): Promise<string> {
  await catalog.query(`drop database if exists ${name} with (force)`);
  await catalog.query(`create database ${name}`);
  const url = new URL(catalog.url);
  url.pathname = name;
  await runProgram('../src/cli/main.ts', ['migrate'], { DATABASE_URL: url.href });
  return url.href;
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const countRows = (url: string) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select (${tables.map((table) => `(select count(*) from ${table})`).join(' + ')})::int as n`,
    );
    return rows[0]?.n ?? 0;
  });

/** A table with its columns, but for those that PostgreSQL computes. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return `${table} (${rows[0]?.columns})`;
}

/** Writes each table to a file, and gives how many rows they have. */
async function copyOut(url: string, folder: string): Promise<number> {
  await onDatabase(url, async (client) => {
    for (const table of tables) {
      const out = client.query(to(`copy ${await columnsOf(client, table)} to stdout`));
      await pipeline(out, createWriteStream(join(folder, table)));
    }
  });
  return countRows(url);
}

/** One transaction, as the import is. */
const copyIn = (url: string, folder: string) =>
  onDatabase(url, async (client) => {
    await client.query('begin');
    for (const table of tables) {
      const file = join(folder, table);
      // An empty stream would end before COPY has begun.
      if (!(await stat(file)).size) continue;
      const into = client.query(from(`copy ${await columnsOf(client, table)} from stdin`));
      await pipeline(createReadStream(file), into);
    }
    await client.query('commit');
  });
