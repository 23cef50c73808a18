import { z } from 'zod';
import { id, precision } from './text.ts';

/** How one record names another on the wire. */

/** A picture: its address below the server's root, and its size in pixels. */
export const image = z.object({ id, url: z.string(), width: z.int(), height: z.int() });
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

/** "Jean Gabin": the name as people say it. */
export function fullName(person: { firstName: string | null; lastName: string }): string {
  return person.firstName ? `${person.firstName} ${person.lastName}` : person.lastName;
}

/** The year of a day on the wire, or null. */
export function yearOf(date: string | null): number | null {
  return date ? Number(date.slice(0, 4)) : null;
}
