import { z } from 'zod';
import { movieCard } from './movie-card.ts';
import { directorRef, named, personRef } from './refs.ts';
import { pageInput } from './resource.ts';
import { day, id } from './text.ts';

/** A ranking is read page by page, as a list is: "show all" follows the cursors. */
export const rankingInput = z.strictObject({ cursor: pageInput.cursor, limit: pageInput.limit }).default({});

/** The whole catalog in numbers. Sums go beyond 2^31. */
export const overview = z.object({
  movies: z.int(),
  persons: z.int(),
  directors: z.int(),
  characters: z.int(),
  genres: z.int(),
  countries: z.int(),
  minutes: z.int(),
  budget: z.int(),
  /** The first and last year of a film; null when no film has one. */
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
});
export type Overview = z.infer<typeof overview>;

/** Each film counts once for a person; films of unknown budget are left out. */
export const actorBudget = z.object({ person: personRef, totalBudget: z.int(), movies: z.int() });
export type ActorBudget = z.infer<typeof actorBudget>;

/** Of the films whose budget is known. */
export const directorBudget = z.object({ director: directorRef, averageBudget: z.number(), movies: z.int() });
export type DirectorBudget = z.infer<typeof directorBudget>;

/** The films of the last `years` years, up to and with the day `until` (today, unless said). */
export const recentMoviesInput = z.strictObject({
  years: z.int().min(1).max(400),
  until: day('1870-01-01').optional(),
  cursor: pageInput.cursor,
  limit: pageInput.limit,
});
export const recentMovie = z.object({ movie: movieCard, actors: z.int() });
export type RecentMovie = z.infer<typeof recentMovie>;

export const userFavorites = z.object({
  user: z.object({ id, username: z.string() }),
  /** The last kept first. */
  movieIds: z.array(id),
});
export type UserFavorites = z.infer<typeof userFavorites>;

/** Null: films of which it is not known. */
export const decadeCount = z.object({ decade: z.int().nullable(), movies: z.int() });
export const yearCount = z.object({ year: z.int(), movies: z.int() });
export const genreCount = z.object({ genre: named, movies: z.int() });
export const countryCount = z.object({ country: named.nullable(), movies: z.int() });

/** From a person's first film to the last: `years` apart. */
export const career = z.object({
  person: personRef,
  from: z.int(),
  to: z.int(),
  years: z.int(),
  movies: z.int(),
});
export type Career = z.infer<typeof career>;

export const pairsInput = z.strictObject({ limit: pageInput.limit }).default({});

/** Who most often were in one film. */
export const actorPair = z.object({ persons: z.tuple([personRef, personRef]), movies: z.int() });
export type ActorPair = z.infer<typeof actorPair>;
/** A director and who acted most often for him. */
export const directorPair = z.object({ director: directorRef, person: personRef, movies: z.int() });
export type DirectorPair = z.infer<typeof directorPair>;
