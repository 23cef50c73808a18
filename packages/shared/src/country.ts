import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { recordShape } from './resource.ts';
import { id, line } from './text.ts';

export const countryInput = z.strictObject({
  name: line(limits.shortName),
  isoCode: z
    .string()
    .trim()
    .regex(/^[A-Z]{2}$/, 'Two capital letters, such as FR')
    .nullish(),
});
export type CountryInput = z.infer<typeof countryInput>;

export const countryRow = z.object({
  ...recordShape,
  name: z.string(),
  isoCode: z.string().nullable(),
  movies: z.int(),
});

/** What the console's list is filtered by. */
export const countryListFields = {
  name: { kind: 'text' },
  isoCode: { kind: 'text', optional: true },
  movies: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;

/** A country as the public lists show it, with the number of its films. */
export const countryCard = z.object({
  id,
  name: z.string(),
  isoCode: z.string().nullable(),
  movies: z.int(),
});
export type CountryCard = z.infer<typeof countryCard>;
