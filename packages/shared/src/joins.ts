import { z } from 'zod';
import { movieRef, named, personRef } from './refs.ts';
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
