import { z } from 'zod';

/** What comes before A in a list by name: digits and signs. */
export const BEFORE_A = '#';
/** What comes after Z: other alphabets. */
export const AFTER_Z = 'Other';

/**
 * An A-Z bar: every letter with the number of its rows, and the cursor with which the list sorted by title or name
 * starts there. Articles are passed over as the list passes over them.
 */
export const letters = z.object({
  items: z.array(z.object({ letter: z.string(), count: z.int(), cursor: z.string() })),
});
export type Letters = z.infer<typeof letters>;
