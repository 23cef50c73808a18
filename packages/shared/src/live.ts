import { z } from 'zod';
import { id, instant } from './text.ts';

/** What whoever follows the catalog is told. */

/** Records of one table that one change made, changed or deleted. */
export const liveRecords = z.object({
  /** The table: "movies", "movie_genres". */
  table: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  count: z.int(),
  /** The first of them; none for rows without an id of their own. */
  ids: z.array(id),
  /** The films that they are part of, for genres, casts and characters. */
  movieIds: z.array(id),
});
export type LiveRecords = z.infer<typeof liveRecords>;

/** A change of the catalog, in the order of commits. */
export const liveChange = z.object({
  revision: z.int(),
  changeId: id,
  at: instant,
  userId: z.int().nullable(),
  /** Who; null for the server itself, and for whoever is gone. */
  user: z.string().nullable(),
  records: z.array(liveRecords),
});
export type LiveChange = z.infer<typeof liveChange>;

/** `missed`: so much has changed since that it is not told one by one: read anew. */
export const liveEvent = z.object({ changes: z.array(liveChange), missed: z.boolean() });
export type LiveEvent = z.infer<typeof liveEvent>;
