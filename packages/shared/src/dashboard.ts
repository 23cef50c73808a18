import { z } from 'zod';
import type { directorListFields } from './director.ts';
import type { movieListFields } from './movie.ts';
import type { personListFields } from './person.ts';
import { named } from './refs.ts';
import { id, instant } from './text.ts';

/** The catalog at a glance, as the console's first page shows it. */

/** What the catalog is made of. */
export const catalogResources = [
  'movies',
  'persons',
  'directors',
  'characters',
  'genres',
  'countries',
] as const;

/** A record by name: enough to go there. */
export const recordLink = z.object({
  resource: z.enum(catalogResources),
  id,
  label: z.string(),
  hint: z.string().nullable(),
});
export type RecordLink = z.infer<typeof recordLink>;

/** What should not be missing: each is a field of its resource that can be asked whether it is empty. */
export const worklists = {
  movies: [
    ...['posterFileId', 'directorId', 'releaseDate', 'countryId', 'durationMinutes'],
    ...['genreIds', 'personIds', 'description'],
  ],
  persons: ['primaryPhotoFileId', 'dateOfBirth', 'countryId', 'biography'],
  directors: ['photoFileId'],
} as const satisfies {
  movies: readonly (keyof typeof movieListFields)[];
  persons: readonly (keyof typeof personListFields)[];
  directors: readonly (keyof typeof directorListFields)[];
};
export type WorklistResource = keyof typeof worklists;

const count = z.int();
const percent = z.number().nullable();
/** How many records have nothing in a field. */
const missing = z.record(z.string(), count);

/** What somebody did: a change of the log that belongs to the catalog. */
export const activity = z.object({
  changeId: id,
  at: instant,
  /** Null for the server itself, and for whoever is gone. */
  user: z.string().nullable(),
  summary: z.string().nullable(),
  /** How many records it touched, and the first of them while it is there. */
  records: count,
  first: recordLink.nullable(),
});
export type Activity = z.infer<typeof activity>;

/** How complete the records were at the end of a day (UTC), in percent; null where there were none. */
export const completeDay = z.object({
  day: z.iso.date(),
  movies: percent,
  persons: percent,
  directors: percent,
});
export type CompleteDay = z.infer<typeof completeDay>;

export const dashboard = z.object({
  totals: z.record(z.enum(catalogResources), count),
  decades: z.array(z.object({ decade: z.int(), movies: count })),
  genres: z.array(named.extend({ movies: count })),
  countries: z.array(named.extend({ movies: count })),
  /** The last thirty days, those without a change too. */
  days: z.array(z.object({ day: z.string(), changes: count })),
  missing: z.object({ movies: missing, persons: missing, directors: missing }),
  /** The twelve weeks before today, those days that were noted. */
  trend: z.array(completeDay),
  activity: z.array(activity),
});
export type Dashboard = z.infer<typeof dashboard>;

/** The part of what is asked for that is there, in percent; null where there is no record. */
export function completenessOf(
  { totals, missing }: Pick<Dashboard, 'totals' | 'missing'>,
  resource: WorklistResource,
): number | null {
  const asked = totals[resource] * worklists[resource].length;
  const lacking = Object.values(missing[resource]).reduce((sum, count) => sum + count, 0);
  return asked ? 100 * (1 - lacking / asked) : null;
}
