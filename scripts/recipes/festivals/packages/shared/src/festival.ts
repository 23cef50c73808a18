import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { named } from './refs.ts';
import { recordShape } from './resource.ts';
import { amount, id, line } from './text.ts';

export const festivalInput = z.strictObject({
  name: line(limits.shortName),
  countryId: id.nullish(),
  year: amount(1900, 2200).nullish(),
});
export type FestivalInput = z.infer<typeof festivalInput>;

export const festivalRow = z.object({
  ...recordShape,
  name: z.string(),
  countryId: id.nullable(),
  year: z.int().nullable(),
  country: named.nullable(),
});

/** What the console's list is filtered by. */
export const festivalListFields = {
  name: { kind: 'text' },
  countryId: { kind: 'relation', to: 'countries', optional: true },
  year: { kind: 'number', optional: true },
  ...timeFields,
} as const satisfies Fields;
