import type { ImportedFilm } from '../film.ts';
import { idCell } from './cells.ts';
import { creditColumns, readCast, readDirector } from './credits-file.ts';
import { readCsv } from './csv.ts';
import { type FilmFacts, movieColumns, readMovie } from './movies-file.ts';
import { People } from './people.ts';
import type { Report } from './report.ts';

/** The two files, as they are called at TMDB 5000. */
export interface TmdbFiles {
  movies: string;
  credits: string;
}

/**
 * Reads both files as one stream of films. The small file of films is held in memory; the large one of credits
 * passes by row by row, each film leaving when its credits come. `onCount` learns how many films there are.
 */
export async function* readTmdb(
  files: TmdbFiles,
  report: Report,
  onCount: (films: number) => void = () => {},
): AsyncGenerator<ImportedFilm> {
  const waiting = await readMovies(files.movies, report);
  const known = new Set(waiting.keys());
  const people = new People(report);
  onCount(known.size);
  for await (const row of readCsv(files.credits, creditColumns)) {
    const id = idCell(row, 'movie_id');
    const facts = waiting.get(id);
    if (!facts) {
      report.note(known.has(id) ? 'repeatedCredits' : 'creditsWithoutFilm', `TMDB ${id}`);
      continue;
    }
    waiting.delete(id);
    const reading = { film: nameOf(facts), report, people };
    yield { ...facts, director: readDirector(row, reading), cast: readCast(row, reading) };
  }
  for (const facts of waiting.values()) {
    report.note('filmWithoutCredits', nameOf(facts));
    yield { ...facts, director: null, cast: [] };
  }
}

async function readMovies(path: string, report: Report): Promise<Map<number, FilmFacts>> {
  const films = new Map<number, FilmFacts>();
  for await (const row of readCsv(path, movieColumns)) {
    const facts = readMovie(row, report);
    if (facts && films.has(facts.tmdbId)) report.note('repeatedFilm', nameOf(facts));
    else if (facts) films.set(facts.tmdbId, facts);
  }
  return films;
}

const nameOf = (film: FilmFacts) => `${film.title} (TMDB ${film.tmdbId})`;
