import { join } from 'node:path';
import { openDatabase } from '@cinematheque/db/open';
import { importTmdb } from '../imports/tmdb/import.ts';

/** Where the whole TMDB 5000 data set is, or undefined; scripts/test.ts tells what is left out without it. */
export const tmdbFolder = process.env.TMDB5000_DIR;

/** Imports the whole data set into a test's database, by a connection that waits for it. */
export async function importWholeTmdb(url: string): Promise<void> {
  const db = await openDatabase({ url, statementTimeout: 3_600_000 });
  const path = (name: string) => join(tmdbFolder ?? '', `tmdb_5000_${name}.csv.gz`);
  try {
    await importTmdb(db, { movies: path('movies'), credits: path('credits') });
  } finally {
    await db.close();
  }
}
