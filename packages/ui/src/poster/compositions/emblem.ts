import { caption } from '../caption.ts';
import type { Composition } from '../composition.ts';
import { disc, type Mark, rect } from '../marks.ts';
import { inkOn } from '../palettes.ts';
import type { Sheet } from '../sheet.ts';
import { chooseEmblem, inksOn, stamp } from '../stamp.ts';

/** One sign, large. */
function sign(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const emblem = chooseEmblem(sheet);
  const room = Math.min(picture.height, 190);
  const back = dice.roll(4);
  const y = picture.middle;
  if (back === 0) return [...stamp(emblem, 100, y, room * 0.8, inksOn(sheet, palette.ground)), ...marks];
  const field = dice.pick([palette.accent, palette.tone, palette.ink]);
  const behind = back === 1 ? disc(100, y, room * 0.44, field) : rect(0, 0, 200, 300, field);
  const size = back === 1 ? room * 0.56 : back === 2 ? room * 0.82 : room * 1.35;
  const x = back === 3 ? dice.pick([60, 100, 140]) : 100;
  return [behind, ...stamp(emblem, x, y, size, inksOn(sheet, field)), ...marks];
}

/** The sign as a pattern; one of them stands out. */
function pattern(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const emblem = chooseEmblem(sheet);
  const columns = dice.pick([2, 3]);
  const cell = 200 / columns;
  const rows = Math.max(Math.floor(picture.height / cell), 1);
  const height = picture.height / rows;
  const odd = dice.roll(rows * columns);
  const inks = inksOn(sheet, palette.ground);
  const field = palette.accent;
  return [
    ...Array.from({ length: rows * columns }, (_, i): Mark[] => {
      const [x, y] = [(i % columns) * cell, picture.top + Math.floor(i / columns) * height];
      const place = [x + cell / 2, y + height / 2, Math.min(cell, height) * 0.72] as const;
      if (i !== odd)
        return stamp(emblem, ...place, { ...inks, one: palette.tone, two: inkOn(palette, palette.tone) });
      return [rect(x, y, cell, height, field), ...stamp(emblem, ...place, inksOn(sheet, field))];
    }).flat(),
    ...marks,
  ];
}

export const emblemCompositions: readonly Composition[] = [
  { name: 'sign', moods: [], weight: 4, draw: sign },
  { name: 'pattern', moods: [], weight: 1, draw: pattern },
];
