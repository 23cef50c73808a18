import { limits } from '@cinematheque/shared/limits';
import { z } from 'zod';
import { ImportError } from '../error.ts';
import type { CsvRow } from './csv.ts';

/** Reading single cells. What cannot be read at all stops the import with the place; what is merely odd does not. */

/** The error that names a cell. */
export function badCell(row: CsvRow<string>, column: string, problem: string): ImportError {
  return new ImportError(`${row.file}, row ${row.row}, column ${column}: ${problem}`);
}

/** A number, or null where the cell is empty. */
export function numberCell<Column extends string>(row: CsvRow<Column>, column: Column): number | null {
  const text = row.cells[column].trim();
  const value = Number(text);
  if (!Number.isFinite(value)) throw badCell(row, column, `"${text.slice(0, 40)}" is not a number`);
  return text === '' ? null : value;
}

export const tmdbId = z.int().min(1).max(limits.int);

/** TMDB's number of a film. */
export function idCell<Column extends string>(row: CsvRow<Column>, column: Column): number {
  const id = tmdbId.safeParse(numberCell(row, column));
  if (!id.success) throw badCell(row, column, 'is not the number of a film');
  return id.data;
}

/** A JSON array, as TMDB puts lists into one cell; an empty cell is an empty list. */
export function listCell<Column extends string, Entry>(
  row: CsvRow<Column>,
  column: Column,
  list: z.ZodType<Entry[]>,
): Entry[] {
  const text = row.cells[column].trim();
  if (!text) return [];
  const result = list.safeParse(parseJson(row, column, text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [entry, ...path] = issue?.path ?? [];
  const place = typeof entry === 'number' ? `entry ${entry + 1} ${path.join('.')}`.trimEnd() : 'the list';
  throw badCell(row, column, `${place}: ${issue?.message ?? 'is wrong'}`);
}

function parseJson(row: CsvRow<string>, column: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badCell(row, column, `not JSON (${error instanceof Error ? error.message.slice(0, 80) : ''})`);
  }
}
