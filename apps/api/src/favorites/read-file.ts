import { type FavoritesFormat, type KeptFilm, keptFilm } from '@cinematheque/shared/favorite';
import { limits } from '@cinematheque/shared/limits';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { invalid } from '../errors.ts';

/** A film of a file, and where it stands: its line in a table, its place in a list. */
export interface FileEntry extends KeptFilm {
  line: number;
}

export interface ReadFile {
  films: FileEntry[];
  /** What could not be read, and why. */
  problems: { line: number; message: string }[];
}

/** Reads a file of favorites: ours, Letterboxd's, or one like them. */
export function readFavorites(text: string, format: FavoritesFormat): ReadFile {
  const rows = format === 'csv' ? csvRows(text) : jsonRows(text);
  if (!rows.length) throw refused('There is no film in this file');
  if (rows.length > limits.favoritesInFile) {
    throw refused(`At most ${limits.favoritesInFile.toLocaleString('en-US')} films: divide the file`);
  }
  const read: ReadFile = { films: [], problems: [] };
  for (const { line, film } of rows) {
    const checked = keptFilm.safeParse(film);
    if (checked.success) read.films.push({ line, ...checked.data });
    else read.problems.push({ line, message: problemOf(checked.error) });
  }
  return read;
}

const refused = (message: string) => invalid({ text: message });

const problems: Record<string, string> = {
  title: 'Has no title',
  year: 'Its year is no year',
  tmdbId: 'Its TMDB number is no number',
  keptAt: 'Its date is no date',
};
const problemOf = ({ issues: [issue] }: z.ZodError) =>
  problems[String(issue?.path[0])] ?? 'Is no film as this list should have it';

interface Row {
  line: number;
  film: unknown;
}

const csvRow = z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.int() }) });

function csvRows(text: string): Row[] {
  const [header = ''] = text.split('\n', 1);
  // A spreadsheet set to French or German writes semicolons.
  const delimiter = header.includes(',')
    ? ','
    : header.includes(';')
      ? ';'
      : header.includes('\t')
        ? '\t'
        : ',';
  try {
    const rows: unknown = parse(text, {
      ...{ delimiter, bom: true, info: true, skip_empty_lines: true, relax_column_count: true },
      columns: (names: string[]) => knownColumns(names),
    });
    return z
      .array(csvRow)
      .parse(rows)
      .map(({ record, info }) => ({ line: info.lines, film: filmOf(record) }));
  } catch (error) {
    if (error instanceof CsvError) throw refused(`This table cannot be read: ${error.message}`);
    throw error;
  }
}

/** Letterboxd itself calls a title "Name" in what it gives out. */
const names: Record<string, string> = {
  title: 'title',
  name: 'title',
  year: 'year',
  directors: 'directors',
  tmdbid: 'tmdbId',
};

function knownColumns(given: string[]): (string | null)[] {
  const known = given.map((name) => names[name.trim().toLowerCase()] ?? null);
  if (!known.includes('title')) {
    throw refused('The first line must name the columns: Title, Year, Directors, tmdbID');
  }
  return known;
}

const filmOf = ({ title = '', year, directors, tmdbId }: Record<string, string>) => ({
  title: plain(title),
  year: number(year),
  directors: directors ? plain(directors).split(/,\s*/) : [],
  tmdbId: number(tmdbId),
});

/** Without the apostrophe that keeps a spreadsheet from calculating. */
const plain = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
const number = (cell = '') => (cell.trim() === '' ? null : Number(cell));

function jsonRows(text: string): Row[] {
  const list = z
    .union([z.array(z.unknown()), z.object({ films: z.array(z.unknown()) })])
    .safeParse(parseJson(text));
  if (!list.success) throw refused('This is no list of films: { "films": [{ "title": ..., "year": ... }] }');
  const films = Array.isArray(list.data) ? list.data : list.data.films;
  return films.map((film, index) => ({ line: index + 1, film }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
