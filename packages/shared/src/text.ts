import { z } from 'zod';
import { limits, storable } from './limits.ts';

const cannotStore = 'Has a character that cannot be stored';

/** A text. Whoever left it out is told so in words, in a form and in the API. */
const words = z.string({
  error: ({ input }) => (input === undefined || input === null ? 'Fill this in' : 'A text'),
});

/** One line of text, trimmed, not empty. */
export const line = (max: number) =>
  words.trim().min(1, 'Fill this in').max(max, `At most ${max} characters`).refine(storable, cannotStore);

/** Several lines of text, trimmed, not empty (no text is null). */
export const prose = (max: number) =>
  words
    .trim()
    .min(1, 'Fill this in or leave it out')
    .max(max, `At most ${max} characters`)
    .refine(storable, cannotStore);

/** What somebody typed to search for; may be empty. */
export const searchText = z
  .string()
  .trim()
  .max(limits.search, `At most ${limits.search} characters`)
  .refine(storable, cannotStore);

/** A row's number: PostgreSQL's serial. */
export const id = z.int('Choose one').min(1).max(limits.int);

/** A count or amount that fits PostgreSQL's integer. */
export const amount = (min: number, max: number = limits.int) =>
  z.int('A whole number').min(min, `At least ${min}`).max(max, `At most ${max}`);

/** 'YYYY-MM-DD'. */
export const day = (earliest: string) =>
  z.iso
    .date('A date such as 1937-05-03')
    .refine((value) => value >= earliest, `Not before ${earliest.slice(0, 4)}`);

/** ISO 8601 with Z, as all instants on the wire. */
export const instant = z.iso.datetime();

/** How exact a day is: "1937" is 1937-01-01 with precision "year". */
export const precision = z.enum(['day', 'month', 'year']);
export type Precision = z.infer<typeof precision>;

/** A public web address. */
export const webUrl = z
  .url({ protocol: /^https?$/, error: 'An address that begins with https://' })
  .max(limits.url, `At most ${limits.url} characters`);
