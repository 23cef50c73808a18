import { z } from 'zod';
import { id, line, searchText } from './text.ts';

/** What the console's lists remember: how each user likes a list, and the views that were saved. */

/** Which list: the name of its resource. */
export const listName = z
  .string()
  .regex(/^[a-zA-Z]+$/, 'The name of a list')
  .max(50);

/** The bounds of a column's width, in pixels. */
export const columnWidth = { min: 60, max: 800 } as const;

/** A user's own way to see a list: its columns in their order, those not named hidden, and as table or as pictures. */
export const listPreferences = z.strictObject({
  columns: z.array(z.string().max(50)).max(50).optional(),
  /** How wide columns are, in pixels; those not named are as wide as what they hold. */
  widths: z.record(z.string().max(50), z.int().min(columnWidth.min).max(columnWidth.max)).optional(),
  layout: z.enum(['table', 'grid']).optional(),
  /** Under the name "console": whether keys count that are pressed alone. */
  singleKeys: z.boolean().optional(),
});
export type ListPreferences = z.infer<typeof listPreferences>;

/** The state of a list as its address has it. The list itself reads it, and drops what it does not know. */
export const viewSearch = z.strictObject({
  q: searchText.optional(),
  sort: z.string().max(300).optional(),
  filter: z.string().max(5000).optional(),
});
export type ViewSearch = z.infer<typeof viewSearch>;

export const viewInput = z.strictObject({
  list: listName,
  name: line(60),
  /** For everybody, or for oneself. */
  shared: z.boolean(),
  search: viewSearch,
});
export type ViewInput = z.infer<typeof viewInput>;

export const savedView = z.object({ id, name: z.string(), shared: z.boolean(), search: viewSearch });
export type SavedView = z.infer<typeof savedView>;
