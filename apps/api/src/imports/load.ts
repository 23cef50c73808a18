import { beginBulk, run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { locks } from '@cinematheque/db/locks';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import type { ImportedFilm } from './film.ts';
import { addCast, addCharacters, addGenreLinks, mergeFilms } from './merge/films.ts';
import { mergeCountries, mergeGenres } from './merge/named.ts';
import { mergeDirectors, mergePersons, type Written } from './merge/persons.ts';
import { recognizeFilms } from './merge/recognize.ts';
import { createStaging, finishStaging, stageFilms } from './merge/stage.ts';

/** How far a load is. `films` are those read so far. */
export interface LoadProgress {
  step: string;
  films: number;
}

/** What a load wrote, and the seconds that each step took. */
export interface LoadResult {
  films: number;
  countries: Written;
  genres: Written;
  persons: Written;
  directors: Written;
  movies: Written;
  movieGenres: number;
  moviePersons: number;
  characters: number;
  seconds: Record<string, number>;
}

/** Films per statement while staging. */
const BATCH = 100;

/**
 * Loads films into the catalog: one change, all or nothing. What the catalog has is recognized, by TMDB id or else by
 * name, and never overwritten: only what is empty is filled, and what is new is added. So a second load changes
 * nothing. Films are taken from the stream in batches; its texts are never in memory together.
 */
export function loadFilms(
  db: Database,
  films: AsyncIterable<ImportedFilm> | Iterable<ImportedFilm>,
  summary: string,
  onProgress: (progress: LoadProgress) => void = () => {},
): Promise<LoadResult> {
  return db.change({ channel: 'import', summary }, async (tx) => {
    const seconds: Record<string, number> = {};
    let read = 0;
    const step = async <T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T> => {
      onProgress({ step: name, films: read });
      const start = performance.now();
      const result = await work(tx);
      seconds[name] = (seconds[name] ?? 0) + (performance.now() - start) / 1000;
      return result;
    };
    await beginBulk(tx);
    await createStaging(tx);
    const start = performance.now();
    for await (const batch of batches(films)) {
      await step('staging', () => stageFilms(tx, batch, read));
      read += batch.length;
    }
    seconds.reading = (performance.now() - start) / 1000 - (seconds.staging ?? 0);
    await step('staging', finishStaging);
    // Two loads at once would each add what the other adds; the second waits here.
    await run(tx, sql`select pg_advisory_xact_lock(${locks.import})`);
    await step('recognizing', recognizeFilms);
    const persons = await step('persons', mergePersons);
    const directors = await step('directors', mergeDirectors);
    const countries = await step('countries', mergeCountries);
    const genres = await step('genres', mergeGenres);
    const movies = await step('movies', mergeFilms);
    const movieGenres = await step('movie_genres', addGenreLinks);
    const moviePersons = await step('movie_persons', addCast);
    const characters = await step('characters', addCharacters);
    const written = { countries, genres, persons, directors, movies, movieGenres, moviePersons, characters };
    return { films: read, ...written, seconds };
  });
}

async function* batches(films: AsyncIterable<ImportedFilm> | Iterable<ImportedFilm>) {
  let batch: ImportedFilm[] = [];
  for await (const film of films) {
    batch.push(film);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}
