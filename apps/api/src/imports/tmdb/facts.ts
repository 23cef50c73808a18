import { limits } from '@cinematheque/shared/limits';
import type { Precision } from '@cinematheque/shared/text';
import { z } from 'zod';
import { badCell, numberCell } from './cells.ts';
import type { CsvRow } from './csv.ts';
import type { Report } from './report.ts';

/** A film's date and numbers. `film` names it in the report. */

type FactsRow = CsvRow<'release_date' | 'runtime' | 'budget'>;

const dateShape = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** 'YYYY-MM-DD', also 'YYYY-MM' and 'YYYY', which are as exact as they look. */
export function readDate(row: FactsRow, film: string, report: Report) {
  const text = row.cells.release_date.trim();
  const none = { releaseDate: null, releaseDatePrecision: 'day' } as const;
  if (!text) {
    report.note('noDate', film);
    return none;
  }
  const [, year, month, day] = dateShape.exec(text) ?? [];
  if (!year) throw badCell(row, 'release_date', `"${text.slice(0, 40)}" is not a date such as 1937-05-03`);
  const releaseDate = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (!z.iso.date().safeParse(releaseDate).success || releaseDate < limits.earliestFilm) {
    report.note('impossibleDate', `${film}: ${text}`);
    return none;
  }
  const releaseDatePrecision: Precision = day ? 'day' : month ? 'month' : 'year';
  return { releaseDate, releaseDatePrecision };
}

export function readRuntime(row: FactsRow, film: string, report: Report): number | null {
  const minutes = numberCell(row, 'runtime');
  if (minutes === null) report.note('noRuntime', film);
  else if (minutes === 0) report.note('zeroRuntime', film);
  else if (minutes < 1 || minutes > limits.minutes) report.note('impossibleRuntime', `${film}: ${minutes}`);
  else return Math.round(minutes);
  return null;
}

export function readBudget(row: FactsRow, film: string, report: Report): number | null {
  const budget = Math.round(numberCell(row, 'budget') ?? 0);
  if (budget === 0) report.note('zeroBudget', film);
  else if (budget < 0 || budget > limits.int) report.note('impossibleBudget', `${film}: ${budget}`);
  else {
    if (budget < 1000) report.note('tinyBudget', `${film}: ${budget}`);
    return budget;
  }
  return null;
}
