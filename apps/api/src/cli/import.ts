import type { Command } from 'commander';
import type { LoadResult } from '../imports/load.ts';
import { importTmdb, type TmdbImport } from '../imports/tmdb/import.ts';
import { withDatabase } from './database.ts';
import { fromCaller } from './paths.ts';
import { count, createProgress } from './progress.ts';

export function addImport(program: Command): void {
  const imports = program.command('import').description('Brings films into the catalog.');
  imports
    .command('tmdb')
    .description(
      'Imports the two files of the TMDB 5000 data set, or files like them, plain or gzipped. All or nothing; what ' +
        'the catalog has is never overwritten, only what is empty is filled: a second import changes nothing.',
    )
    .requiredOption('--movies <csv>', 'the films: tmdb_5000_movies.csv or .csv.gz')
    .requiredOption('--credits <csv>', 'cast and crew: tmdb_5000_credits.csv or .csv.gz')
    .action(importFiles);
}

/** What the steps of a load are called while one waits. */
const steps: Record<string, string> = {
  staging: 'Reading films',
  recognizing: 'Looking for what the catalog has',
  persons: 'Adding people',
  directors: 'Adding directors',
  countries: 'Adding countries',
  genres: 'Adding genres',
  movies: 'Adding films',
  movie_genres: 'Adding the genres of films',
  movie_persons: 'Adding casts',
  characters: 'Adding characters',
};

async function importFiles(options: { movies: string; credits: string }): Promise<void> {
  const files = { movies: fromCaller(options.movies), credits: fromCaller(options.credits) };
  const progress = createProgress();
  const start = performance.now();
  const done = await withDatabase((db) =>
    importTmdb(db, files, ({ step, films, total }) =>
      progress.show(steps[step] ?? step, ...(step === 'staging' ? [films, total] : [])),
    ),
  ).finally(() => progress.end());
  console.log(tell(done, (performance.now() - start) / 1000));
}

/** The import's outcome as the operator reads it. */
function tell({ result, oddities }: TmdbImport, seconds: number): string {
  const changes = [written('added', 'Added '), written('filled', 'Filled what was empty of ')];
  const said = changes.map((say) => say(result)).filter(Boolean);
  const times = Object.entries(result.seconds).sort(([, a], [, b]) => b - a);
  return [
    said.length
      ? said.join('\n')
      : `Nothing has changed: the catalog has all ${count(result.films)} films already.`,
    '',
    ...(oddities.length ? ['Out of the ordinary:'] : []),
    ...oddities.map(
      ({ count: n, what, done, examples }) =>
        `${count(n).padStart(7)}  ${what}: ${done}\n         ${examples.join('; ')}${n > examples.length ? '; ...' : ''}`,
    ),
    '',
    `${count(result.films)} films in ${seconds.toFixed(1)} s: ${times
      .slice(0, 6)
      .map(([step, time]) => `${step} ${time.toFixed(1)}`)
      .join(', ')}.`,
  ].join('\n');
}

const written = (kind: 'added' | 'filled', start: string) => (result: LoadResult) => {
  const { movies, persons, directors, genres, countries } = result;
  const rows = { films: movies, people: persons, directors, genres, countries };
  const counts = Object.entries(rows).map(([name, { [kind]: n }]) => ({ name, n }));
  if (kind === 'added') {
    counts.push({ name: 'genres of films', n: result.movieGenres });
    counts.push({ name: 'places in casts', n: result.moviePersons });
    counts.push({ name: 'characters', n: result.characters });
  }
  const some = counts.filter(({ n }) => n > 0).map(({ name, n }) => `${count(n)} ${name}`);
  return some.length ? `${start}${some.join(', ')}.` : '';
};
