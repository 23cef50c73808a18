import type { Mark } from './marks.ts';
import { credits, type Sheet, titleBlock } from './sheet.ts';

/** One way to lay out a poster. */
export interface Composition {
  name: string;
  /** Genres, in lower case, that draw it more often. */
  moods: readonly string[];
  fits?: (sheet: Sheet) => boolean;
  draw: (sheet: Sheet) => Mark[];
}

export const compositions: readonly Composition[] = [
  {
    name: 'plain',
    moods: [],
    draw: (sheet) => [
      ...titleBlock(
        sheet,
        { x: 14, y: 16, width: 172, height: 240 },
        { face: 'condensed', fill: sheet.palette.ink },
      ),
      ...credits(sheet, 286, sheet.palette.ink),
    ],
  },
];
