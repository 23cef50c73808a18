import { z } from 'zod';
import { characterRole } from './character-role.ts';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { movieCard } from './movie-card.ts';
import { movieSorts } from './movie-sorts.ts';
import { personRef } from './refs.ts';
import { pageInput, recordShape } from './resource.ts';
import { amount, day, id, line, precision, prose } from './text.ts';

const character = z.object({
  id,
  name: z.string(),
  description: z.string().nullable(),
  role: characterRole,
});

/** One line of a cast: a person and whom they play (nobody, when the source does not say). */
export const castMember = z.object({ person: personRef, characters: z.array(character) });
export type CastMember = z.infer<typeof castMember>;

/** A line of the cast as it is saved. A character with an id is one the film already has. */
export const castInput = z.strictObject({
  personId: id,
  characters: z
    .array(
      z.strictObject({
        id: id.optional(),
        name: line(limits.name),
        description: prose(limits.note).nullish(),
        role: characterRole,
      }),
    )
    .max(50, 'At most 50 characters for one person'),
});
export type CastInput = z.infer<typeof castInput>;

/** The film's own columns. */
export const movieFields = z.strictObject({
  title: line(limits.title),
  description: prose(limits.description).nullish(),
  budget: amount(1).nullish(),
  releaseDate: day(limits.earliestFilm).nullish(),
  releaseDatePrecision: precision.optional(),
  durationMinutes: amount(1, limits.minutes).nullish(),
  directorId: id.nullish(),
  countryId: id.nullish(),
  posterFileId: id.nullish(),
});

/** A film with its genres and its cast in billing order; both replace the whole. */
export const movieInput = movieFields.extend({
  genreIds: z.array(id).max(limits.genresPerMovie, `At most ${limits.genresPerMovie} genres`).optional(),
  cast: z.array(castInput).max(limits.castSize, `At most ${limits.castSize} people`).optional(),
});
export type MovieInput = z.infer<typeof movieInput>;

/** A film as the console's list shows it. */
export const movieListRow = movieCard.extend({ ...recordShape, cast: z.int() });

/** What the console's list is filtered by. */
export const movieListFields = {
  title: { kind: 'text' },
  description: { kind: 'text', optional: true },
  releaseDate: { kind: 'date', optional: true },
  durationMinutes: { kind: 'number', optional: true },
  budget: { kind: 'number', optional: true },
  directorId: { kind: 'relation', to: 'directors', optional: true },
  'director.lastName': { kind: 'text', optional: true },
  countryId: { kind: 'relation', to: 'countries', optional: true },
  genreIds: { kind: 'relations', to: 'genres' },
  personIds: { kind: 'relations', to: 'persons' },
  posterFileId: { kind: 'presence' },
  cast: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;

/** What can be set for many films at once. */
export const movieBulk = movieFields
  .pick({
    ...{ directorId: true, countryId: true, releaseDate: true, releaseDatePrecision: true },
    ...{ durationMinutes: true, budget: true, description: true },
  })
  .partial();

/** A film as the console's form edits it. */
export const movieRow = movieCard.extend({
  ...recordShape,
  description: z.string().nullable(),
  directorId: id.nullable(),
  countryId: id.nullable(),
  posterFileId: id.nullable(),
  cast: z.array(castMember),
});
export type MovieRow = z.infer<typeof movieRow>;

/** A film's public page. */
export const moviePage = movieCard.extend({
  description: z.string().nullable(),
  cast: z.array(castMember),
  favorites: z.int(),
});
export type MoviePage = z.infer<typeof moviePage>;

export const movieSort = z.enum(movieSorts);

const ids = z.array(id).max(50).optional();
const decade = z.int().min(1870).max(2200).multipleOf(10, 'A decade such as 1950');
const decades = z.array(decade).max(50).optional();
const year = z.int().min(1870).max(2200).optional();
const minutes = z.int().min(0).max(limits.minutes).optional();

/** What films may be filtered by. Values of one kind are alternatives (`match: 'all'` makes genres add up). */
export const movieFilter = {
  q: pageInput.q,
  genres: ids,
  countries: ids,
  directors: ids,
  persons: ids,
  decades,
  excludeGenres: ids,
  excludeCountries: ids,
  excludeDirectors: ids,
  excludePersons: ids,
  excludeDecades: decades,
  match: z.enum(['any', 'all']).optional(),
  yearFrom: year,
  yearTo: year,
  minutesFrom: minutes,
  minutesTo: minutes,
  /** Kept by at least as many. */
  favoritesFrom: z.int().min(1).optional(),
};

export const movieListInput = z.strictObject({ ...pageInput, ...movieFilter, sort: movieSort.optional() });
export type MovieListInput = z.infer<typeof movieListInput>;

/** A list's filter without order and place: what facets, letters and a surprise are asked with. */
export const movieFilterInput = z.strictObject(movieFilter);
export type MovieFilter = z.infer<typeof movieFilterInput>;

/** A film that goes with another, and why: "same director, 3 actors in common". */
export const relatedMovie = movieCard.extend({ reason: z.string() });
export type RelatedMovie = z.infer<typeof relatedMovie>;

/** `except` is the film that was drawn before. */
export const randomMovieInput = z.strictObject({ ...movieFilter, except: id.optional() });
