import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { recordShape } from './resource.ts';
import { id, line } from './text.ts';

export const genreInput = z.strictObject({ name: line(limits.shortName) });
export type GenreInput = z.infer<typeof genreInput>;

export const genreRow = genreInput.extend({ ...recordShape, movies: z.int() });

/** What the console's list is filtered by. */
export const genreListFields = {
  name: { kind: 'text' },
  movies: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;

/** A genre as the public lists show it, with the number of its films. */
export const genreCard = z.object({ id, name: z.string(), movies: z.int() });
export type GenreCard = z.infer<typeof genreCard>;
