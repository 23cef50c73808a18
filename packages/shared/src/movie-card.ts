import { z } from 'zod';
import { directorRef, image, movieRef, named } from './refs.ts';

/** A film as every grid shows it. */
export const movieCard = movieRef.extend({
  durationMinutes: z.int().nullable(),
  budget: z.int().nullable(),
  director: directorRef.nullable(),
  country: named.nullable(),
  genres: z.array(named),
  poster: image.nullable(),
});
export type MovieCard = z.infer<typeof movieCard>;
