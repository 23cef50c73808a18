import type { Precision } from '@cinematheque/shared/text';

/** A day on the wire, and how much of it is known. */
export interface PartialDate {
  date: string;
  precision: Precision;
}

const months = 'january february march april may june july august september october november december';
/** The place of a month among them by its name or the name's beginning; -1 for any other word. */
const monthPlace = (word: string) =>
  word.length < 3 ? -1 : months.split(' ').findIndex((month) => month.startsWith(word));
const isMonthName = (word: string) => monthPlace(word) >= 0;
const isYear = (word: string | undefined): word is string => /^\d{4}$/.test(word ?? '');

/** "5", "may" and "sept" as the number of a month. */
const monthOf = (word = '') => (isMonthName(word) ? monthPlace(word) + 1 : Number(word));

/** "37" is the newest year that ends so and is not to come. */
function yearOf(word: string): number {
  if (isYear(word)) return Number(word);
  const thisYear = new Date().getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(word);
  return year > thisYear ? year - 100 : year;
}

/** Year, month and day out of three words, in whichever order they stand. */
function threeOf(a: string, b: string, c: string, american: boolean): [number, number, number] {
  if (isYear(a)) return [Number(a), monthOf(b), Number(c)];
  // Slashes are American, 5/3/1937, unless that is impossible; dots and names of months say it themselves.
  const monthFirst = isMonthName(a) || (!isMonthName(b) && (american ? Number(a) <= 12 : Number(b) > 12));
  return monthFirst ? [yearOf(c), monthOf(a), Number(b)] : [yearOf(c), monthOf(b), Number(a)];
}

/** Reads what people write: "1937", "May 1937", "1937-05", "3 May 37", "May 3, 1937", "5/3/1937"; else null. */
export function readDate(text: string): PartialDate | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/, '$1');
  const words = plain.split(/[\s,./-]+/).filter(Boolean);
  const [a = '', b = '', c = ''] = words;
  if (!words.every((word) => /^\d{1,2}$/.test(word) || isYear(word) || isMonthName(word))) return null;
  if (words.length === 1) return isYear(a) ? exactly(Number(a), null, null) : null;
  if (words.length === 3) return exactly(...threeOf(a, b, c, plain.includes('/')));
  if (words.length !== 2) return null;
  if (isYear(a)) return exactly(Number(a), monthOf(b), null);
  return isYear(b) || isMonthName(a) ? exactly(yearOf(b), monthOf(a), null) : null;
}

const pad = (number: number, length: number) => String(number).padStart(length, '0');

/** The calendar decides: 30 February is no day. */
function exactly(year: number, month: number | null, day: number | null): PartialDate | null {
  const date = `${pad(year, 4)}-${pad(month ?? 1, 2)}-${pad(day ?? 1, 2)}`;
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date) return null;
  return { date, precision: day !== null ? 'day' : month !== null ? 'month' : 'year' };
}

/** As much of a day as is known: "1937", "1937-05", "1937-05-03". */
export function writeDate(date: string | null, precision: Precision): string {
  if (!date) return '';
  const length = { year: 4, month: 7, day: 10 }[precision];
  return date.slice(0, length);
}

const shown: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** How people read it: "May 3, 1937", "May 1937", "the year 1937". */
export function sayDate({ date, precision }: PartialDate): string {
  const said = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    ...shown[precision],
  });
  return precision === 'year' ? `the year ${said}` : said;
}
