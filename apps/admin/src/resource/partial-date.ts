import type { Precision } from '@cinematheque/shared/text';

/** A day on the wire, and how much of it is known. */
export interface PartialDate {
  date: string;
  precision: Precision;
}

const pad = (number: string) => number.padStart(2, '0');

/** Reads "1937", "1937-05" or "1937-05-03" (also with dots or slashes); null for anything else. */
export function readDate(text: string): PartialDate | null {
  const [, year, month, day] = text.trim().match(/^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/) ?? [];
  if (!year) return null;
  const date = `${year}-${pad(month ?? '1')}-${pad(day ?? '1')}`;
  // The calendar decides: 30 February is no day.
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date) return null;
  return { date, precision: day ? 'day' : month ? 'month' : 'year' };
}

/** As much of a day as is known: "1937", "1937-05", "1937-05-03". */
export function writeDate(date: string | null, precision: Precision): string {
  if (!date) return '';
  const length = { year: 4, month: 7, day: 10 }[precision];
  return date.slice(0, length);
}
