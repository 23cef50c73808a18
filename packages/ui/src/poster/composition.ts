import type { Mark } from './marks.ts';
import type { Sheet } from './sheet.ts';

/** One way to lay out a poster. */
export interface Composition {
  name: string;
  /** Genres, in lower case, that draw it more often. */
  moods: readonly string[];
  /** How often it is drawn beside the others; one where absent. */
  weight?: number;
  /** Whether a film can be set so; absent where every film can. */
  fits?: (sheet: Sheet) => boolean;
  draw: (sheet: Sheet) => Mark[];
}
