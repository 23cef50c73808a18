import { z } from 'zod';
import { recordShape } from './resource.ts';
import { id, limits, line } from './text.ts';

export const genreInput = z.strictObject({ name: line(limits.shortName) });
export type GenreInput = z.infer<typeof genreInput>;

export const genreRow = genreInput.extend({ ...recordShape, movies: z.int() });

/** A genre as the public lists show it, with the number of its films. */
export const genreCard = z.object({ id, name: z.string(), movies: z.int() });
export type GenreCard = z.infer<typeof genreCard>;
