import { limits } from '@cinematheque/shared/limits';
import { z } from 'zod';
import type { ImportedFilm } from '../film.ts';
import { cleanLine, cleanProse, cut, isTooLong } from '../text.ts';
import { idCell, listCell, tmdbId } from './cells.ts';
import { chooseCountry } from './country.ts';
import type { CsvRow } from './csv.ts';
import { readBudget, readDate, readRuntime } from './facts.ts';
import type { Report } from './report.ts';

/** The columns of tmdb_5000_movies.csv that are read. */
export const movieColumns = [
  'id',
  'title',
  'original_title',
  'original_language',
  'overview',
  'release_date',
  'runtime',
  'budget',
  'genres',
  'production_countries',
] as const;

export type MovieRow = CsvRow<(typeof movieColumns)[number]>;

/** A film as the movies file alone knows it. */
export type FilmFacts = Omit<ImportedFilm, 'tmdbId' | 'director' | 'cast'> & { tmdbId: number };

/** Reads one row; null where it has no title. */
export function readMovie(row: MovieRow, report: Report): FilmFacts | null {
  const id = idCell(row, 'id');
  const title = cleanLine(row.cells.title) ?? cleanLine(row.cells.original_title);
  if (!title) {
    report.note('noTitle', `TMDB ${id}`);
    return null;
  }
  const film = `${title} (TMDB ${id})`;
  const description = cleanProse(row.cells.overview);
  if (!description) report.note('noOverview', film);
  for (const text of [title, description ?? '']) {
    if (isTooLong(text, text === title ? limits.title : limits.description)) report.note('tooLong', film);
  }
  return {
    tmdbId: id,
    title: cut(title, limits.title),
    description: description && cut(description, limits.description),
    ...readDate(row, film, report),
    durationMinutes: readRuntime(row, film, report),
    budget: readBudget(row, film, report),
    country: readCountry(row, film, report),
    genres: readGenres(row, film, report),
  };
}

const countryList = z.array(z.object({ iso_3166_1: z.string(), name: z.string() }));

function readCountry(row: MovieRow, film: string, report: Report) {
  const countries = listCell(row, 'production_countries', countryList).flatMap((listed) => {
    const name = cleanLine(listed.name);
    const code = listed.iso_3166_1.trim().toUpperCase();
    const isoCode = /^[A-Z]{2}$/.test(code) ? code : null;
    return name ? [{ isoCode, name: cut(name, limits.shortName) }] : [];
  });
  const country = chooseCountry(countries, row.cells.original_language.trim());
  if (!country) report.note('noCountry', film);
  if (country && countries.length > 1) {
    const codes = countries.map(({ isoCode, name }) => isoCode ?? name);
    report.note('severalCountries', `${film}: ${country.isoCode ?? country.name} of ${codes.join(', ')}`);
  }
  return country;
}

const genreList = z.array(z.object({ id: tmdbId, name: z.string() }));

function readGenres(row: MovieRow, film: string, report: Report) {
  const genres = new Map<number, { tmdbId: number; name: string }>();
  for (const { id, name } of listCell(row, 'genres', genreList)) {
    const clean = cleanLine(name);
    if (clean && !genres.has(id)) genres.set(id, { tmdbId: id, name: cut(clean, limits.shortName) });
  }
  if (!genres.size) report.note('noGenre', film);
  return [...genres.values()];
}
