import { z } from 'zod';
import { id, instant, searchText } from './text.ts';

/** What every row with an id carries besides its own fields. */
export const recordShape = { id, createdAt: instant, updatedAt: instant };

/** Most rows that one page may ask for. */
export const MAX_PAGE = 100;

/** How every list is asked for. A cursor is what the page before gave as `nextCursor`, for the same sort. */
export const pageInput = {
  q: searchText.optional(),
  // It holds what the list is in order by: a name of the longest, folded, in letters that take much room.
  cursor: z.string().max(8192).optional(),
  limit: z.int().min(1).max(MAX_PAGE).optional(),
};

/** How many rows there are; beyond a cap the count is an estimate, and says so. */
export const total = z.object({ value: z.int(), exact: z.boolean() });
export type Total = z.infer<typeof total>;

/** How every list answers. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ items: z.array(row), nextCursor: z.string().nullable(), total });

export const item = <Row extends z.ZodType>(row: Row) => z.object({ item: row });
export const items = <Row extends z.ZodType>(row: Row) => z.object({ items: z.array(row) });

/** One choice of a picker: who it is (`label`) and how to tell it from its namesakes (`hint`). */
export const option = z.object({ id, label: z.string(), hint: z.string().nullable() });
export type Option = z.infer<typeof option>;

/** Who uses a record: one entry per kind of user, with the first few by name. */
export const usage = z.object({
  by: z.string(),
  count: z.int(),
  examples: z.array(z.object({ id: z.int().nullable(), label: z.string() })),
});
export type Usage = z.infer<typeof usage>;

/** The version of a record: the number of its last change. */
export const changeId = z.int().min(0);
