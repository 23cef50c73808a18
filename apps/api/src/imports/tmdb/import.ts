import type { Database } from '@cinematheque/db/open';
import { type LoadProgress, type LoadResult, loadFilms } from '../load.ts';
import { readTmdb, type TmdbFiles } from './read.ts';
import { Report, type ReportEntry } from './report.ts';

/** What an import of TMDB files did, and what it met on the way. */
export interface TmdbImport {
  result: LoadResult;
  oddities: ReportEntry[];
}

/** Imports the two files of TMDB 5000, or files like them. Throws an ImportError that names the place. */
export async function importTmdb(
  db: Database,
  files: TmdbFiles,
  onProgress: (progress: LoadProgress & { total: number }) => void = () => {},
): Promise<TmdbImport> {
  const report = new Report();
  let total = 0;
  const films = readTmdb(files, report, (count) => {
    total = count;
  });
  const result = await loadFilms(db, films, 'TMDB import', (progress) => onProgress({ ...progress, total }));
  return { result, oddities: report.entries() };
}
