import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { movieCard } from './movie-card.ts';
import { movieRef, named, personRef } from './refs.ts';
import { filmFields, playerFields } from './related-fields.ts';
import { amount, id, instant } from './text.ts';

/** The join tables: their key is the pair that they join. */

const times = { createdAt: instant, updatedAt: instant };

export const movieGenreKey = z.strictObject({ movieId: id, genreId: id });
export const movieGenreInput = movieGenreKey.extend({ position: amount(0).optional() });
export const movieGenreRow = z.object({
  id: movieGenreKey,
  movieId: id,
  genreId: id,
  position: z.int(),
  movie: movieRef,
  genre: named,
  ...times,
});

/** What the console's list is filtered by. */
export const movieGenreListFields = {
  movieId: { kind: 'relation', to: 'movies' },
  genreId: { kind: 'relation', to: 'genres' },
  position: { kind: 'number' },
  ...filmFields,
  ...timeFields,
} as const satisfies Fields;

/** What can be set for many at once. */
export const movieGenreBulk = movieGenreInput.pick({ position: true }).partial();

export const moviePersonKey = z.strictObject({ movieId: id, personId: id });
export const moviePersonInput = moviePersonKey.extend({ position: amount(0).optional() });
export const moviePersonRow = z.object({
  id: moviePersonKey,
  movieId: id,
  personId: id,
  position: z.int(),
  movie: movieRef,
  person: personRef,
  ...times,
});

/** What the console's list is filtered by. */
export const moviePersonListFields = {
  movieId: { kind: 'relation', to: 'movies' },
  personId: { kind: 'relation', to: 'persons' },
  position: { kind: 'number' },
  ...filmFields,
  ...playerFields,
  ...timeFields,
} as const satisfies Fields;

/** What can be set for many at once. */
export const moviePersonBulk = moviePersonInput.pick({ position: true }).partial();

export const favoriteMovieKey = z.strictObject({ userId: id, movieId: id });
export const favoriteMovieInput = favoriteMovieKey;
export const favoriteMovieRow = z.object({
  id: favoriteMovieKey,
  userId: id,
  movieId: id,
  user: z.object({ id, username: z.string() }),
  movie: movieRef,
  ...times,
});

/** A film with how many keep it. */
export const keptMovie = movieCard.extend({ favorites: z.int() });
export type KeptMovie = z.infer<typeof keptMovie>;

/** What the console's list is filtered by. */
export const favoriteMovieListFields = {
  userId: { kind: 'relation', to: 'users' },
  movieId: { kind: 'relation', to: 'movies' },
  ...filmFields,
  ...timeFields,
} as const satisfies Fields;
