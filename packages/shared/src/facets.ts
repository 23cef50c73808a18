import { z } from 'zod';
import { limits } from './limits.ts';
import { directorRef, named, personRef } from './refs.ts';

/**
 * Running times as the browse page offers them, in whole minutes, both ends included; null is open. The filter
 * `minutesFrom` and `minutesTo` of a bucket are its `from` and `to`.
 */
export const minutesBuckets = [
  { from: null, to: 59, label: 'Under 1 hour' },
  { from: 60, to: 89, label: '1 to 1½ hours' },
  { from: 90, to: 119, label: '1½ to 2 hours' },
  { from: 120, to: 149, label: '2 to 2½ hours' },
  { from: 150, to: null, label: '2½ hours and more' },
] as const;

/** Where many films are left a sample is counted: then the count is near what is true, and not exact. */
const count = { count: z.int(), exact: z.boolean() };

/**
 * How many films each value of a filter would leave. A count is the list's total with that value alone in its facet
 * (with `match: 'all'`: added to the values chosen there) and everything else as it is; so what is excluded counts 0.
 * Values that leave nothing are there too; one that leaves few of very many may say 0, not exact.
 */
export const movieFacets = z.object({
  genres: z.array(named.extend(count)),
  countries: z.array(named.extend(count)),
  decades: z.array(z.object({ decade: z.int(), ...count })),
  minutes: z.array(
    z.object({
      from: z.int().min(0).max(limits.minutes).nullable(),
      to: z.int().max(limits.minutes).nullable(),
      ...count,
    }),
  ),
  /** The top 20 and the chosen. */
  directors: z.array(directorRef.extend(count)),
  persons: z.array(personRef.extend(count)),
});
export type MovieFacets = z.infer<typeof movieFacets>;
