import { z } from 'zod';
import { id, precision } from './text.ts';

/** How one record names another on the wire. */

/**
 * A picture as it is shown (cropped): its address below the server's root, its size in pixels, the color that holds its
 * place, and the point, in parts of its sides, that should stay in sight. `pictureFor` (picture.ts) gives its other
 * sizes and formats.
 */
export const image = z.object({
  id,
  url: z.string(),
  width: z.int(),
  height: z.int(),
  color: z.string(),
  focus: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type Image = z.infer<typeof image>;

export const named = z.object({ id, name: z.string() });
export type Named = z.infer<typeof named>;

export const directorRef = z.object({ id, firstName: z.string().nullable(), lastName: z.string() });
export type DirectorRef = z.infer<typeof directorRef>;

/** A person is never a bare name: with portrait and birth, who is who can be told. */
export const personRef = z.object({
  id,
  firstName: z.string().nullable(),
  lastName: z.string(),
  dateOfBirth: z.string().nullable(),
  photo: image.nullable(),
});
export type PersonRef = z.infer<typeof personRef>;

export const movieRef = z.object({
  id,
  title: z.string(),
  releaseDate: z.string().nullable(),
  releaseDatePrecision: precision,
});
export type MovieRef = z.infer<typeof movieRef>;
