import { z } from 'zod';
import { limits } from './limits.ts';
import { image } from './refs.ts';
import { id, instant, searchText } from './text.ts';

/** What every row with an id carries besides its own fields. */
export const recordShape = { id, createdAt: instant, updatedAt: instant };

/** Most rows that one page may ask for. */
export const MAX_PAGE = 100;

/** How every list is asked for. A cursor is what the page before gave as `nextCursor`, for the same sort. */
export const pageInput = {
  q: searchText.optional(),
  cursor: z.string().max(limits.cursor).optional(),
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

/**
 * One choice of a picker: who it is (`label`), how to tell it from its namesakes (`hint`), and for kinds that have
 * pictures its own (`photo`), if it has one.
 */
export const option = z.object({
  id,
  label: z.string(),
  hint: z.string().nullable(),
  photo: image.nullish(),
});
export type Option = z.infer<typeof option>;

/** Who uses a record: one entry per kind of user, with the first few by name. */
export const usage = z.object({
  by: z.string(),
  count: z.int(),
  examples: z.array(z.object({ id: z.int().nullable(), label: z.string() })),
});
export type Usage = z.infer<typeof usage>;

/**
 * Which records a bulk edit is about: some by id, or with `all` whatever the list holds under `q` and `filter`. One of
 * the two must be said, so that nothing forgotten means everything.
 */
export const selection = <Id extends z.ZodType, Filter extends z.ZodType>(id: Id, filter: Filter) =>
  z
    .strictObject({
      ids: z.array(id).min(1).max(1000).optional(),
      all: z.literal(true).optional(),
      q: pageInput.q,
      filter: filter.optional(),
    })
    .refine(({ ids, all }) => Boolean(ids) !== Boolean(all), 'Either ids, or all');

/** What a bulk edit would do. */
export const bulkPreview = z.object({ change: z.int(), already: z.int() });
export type BulkPreview = z.infer<typeof bulkPreview>;

/** Where a record stands in a list. Without a place it is not in it, or too far down to be counted. */
export const place = <Id extends z.ZodType>(id: Id) =>
  z.object({ previous: id.nullable(), next: id.nullable(), place: z.int().nullable(), total });

/** The version of a record: the number of its last change. */
export const changeId = z.int().min(0);
