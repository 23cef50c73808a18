import { z } from 'zod';

/**
 * Lengths in characters and ranges, each written here once: forms show them, the API checks them, and a test
 * compares them with the database's own constraints.
 */
export const limits = {
  title: 255,
  name: 255,
  shortName: 100,
  description: 20_000,
  note: 5_000,
  username: 50,
  email: 254,
  url: 2048,
  fileName: 255,
  passwordMin: 8,
  passwordMax: 128,
  int: 2_147_483_647,
  minutes: 20_000,
  castSize: 1_000,
  genresPerMovie: 50,
  earliestFilm: '1870-01-01',
  earliestBirth: '1700-01-01',
} as const;

// PostgreSQL refuses NUL, and half a surrogate pair is no character.
const storable = (value: string) => !value.includes('\0') && value.isWellFormed();
const cannotStore = 'Has a character that cannot be stored';

/** One line of text, trimmed, not empty. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Fill this in')
    .max(max, `At most ${max} characters`)
    .refine(storable, cannotStore);

/** Several lines of text, trimmed, not empty (no text is null). */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Fill this in or leave it out')
    .max(max, `At most ${max} characters`)
    .refine(storable, cannotStore);

/** What somebody typed to search for; may be empty. */
export const searchText = z.string().trim().max(200, 'At most 200 characters').refine(storable, cannotStore);

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
