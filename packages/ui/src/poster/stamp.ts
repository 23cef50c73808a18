import { type Emblem, type EmblemInk, emblems } from './emblems.ts';
import { type PathMark, path } from './marks.ts';
import { contrast } from './palettes.ts';
import type { Sheet } from './sheet.ts';

type Inks = Record<EmblemInk, string>;

/** An emblem that the film's genres call for. */
export function chooseEmblem({ genres, dice }: Sheet): Emblem {
  const [first, ...rest] = emblems.filter(({ moods }) => moods.some((mood) => genres.includes(mood)));
  return dice.pick([first ?? emblems[0], ...rest]);
}

/** An emblem printed around a point, as wide as `size`. */
export function stamp(emblem: Emblem, x: number, y: number, size: number, inks: Inks): PathMark[] {
  return emblem.parts.map(([ink, data]) => ({
    ...path(data, { fill: inks[ink] }),
    at: { x, y, scale: size / 100 },
  }));
}

/** The two shape inks for a field, the one that stands out first. */
export function inksOn({ palette }: Sheet, field: string): Inks {
  const { ground, ink, accent, tone } = palette;
  const [one = ink, two = accent] = [accent, tone, ink, ground]
    .filter((color) => color !== field)
    .sort((a, b) => contrast(b, field) - contrast(a, field));
  return { one, two, ground: field };
}
