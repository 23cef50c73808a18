import { caption } from '../caption.ts';
import type { Composition } from '../composition.ts';
import { around, d, disc, type Mark, path, rect, ring } from '../marks.ts';
import { bedColor, inkOn } from '../palettes.ts';
import { credits, type Sheet, type TitleStyle, titleBlock } from '../sheet.ts';

function rings(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const [cx, cy] = [dice.pick([40, 100, 100, 165]), picture.middle + dice.between(-30, 30)];
  const count = 4 + dice.roll(5);
  const step = dice.between(150, 190) / count;
  const inks = [palette.accent, palette.ground, palette.tone, palette.ground];
  const discs = Array.from({ length: count }, (_, i) =>
    disc(cx, cy, (count - i) * step, inks[i % 4] ?? palette.ink),
  );
  return [...discs, disc(cx, cy, step * 0.5, palette.ink), ...marks];
}

/** A spiral of half circles, each wider than the last: vertigo. */
function spiral(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const step = dice.between(15, 26);
  const hand = dice.roll(2);
  const halves = Array.from({ length: Math.ceil(300 / step) }, (_, i) => {
    const reach = (i + 1) * step;
    return d`a${reach / 2} ${reach / 2} 0 0 ${hand} ${i % 2 ? -reach : reach} 0`;
  }).join('');
  return [
    path(d`M${100 - step / 2} ${picture.middle}` + halves, {
      stroke: palette.accent,
      strokeWidth: step * 0.5,
      round: true,
    }),
    ...(dice.chance(0.5) ? [disc(100, picture.middle, step * 0.5, palette.ink)] : []),
    ...marks,
  ];
}

/** Two discs and the lens where they meet. */
function meeting(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const r = Math.min(picture.height * 0.36, 74);
  const apart = r * dice.between(0.8, 1.25);
  const upright = dice.chance(0.4) && picture.height > 190;
  const [dx, dy] = upright ? [0, apart / 2] : [apart / 2, 0];
  const size = upright ? r * 0.82 : r;
  const half = Math.sqrt(size * size - (apart * apart) / 4);
  const [mx, my] = [100, picture.middle];
  const [ax, ay, bx, by] = upright ? [mx - half, my, mx + half, my] : [mx, my - half, mx, my + half];
  return [
    disc(mx - dx, my - dy, size, palette.accent),
    disc(mx + dx, my + dy, size, palette.tone),
    path(d`M${ax} ${ay}A${size} ${size} 0 0 1 ${bx} ${by}A${size} ${size} 0 0 1 ${ax} ${ay}`, {
      fill: palette.ink,
    }),
    ...marks,
  ];
}

/** Paths of planets. */
function orbits(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet, { faces: ['light', 'wide', 'serif', 'condensed'] });
  const [cx, cy] = [dice.between(60, 140), picture.middle];
  const first = dice.between(16, 30);
  const gap = dice.between(15, 24);
  const paths = Array.from({ length: 6 }, (_, i) => ring(cx, cy, first + (i + 1) * gap, palette.tone, 1.1));
  const planets = paths.flatMap(({ r }, i) => {
    const [x, y] = around(cx, cy, r, dice.roll(360));
    return i % 2 ? [] : [disc(x, y, dice.between(4, 11), i === 2 ? palette.accent : palette.ink)];
  });
  return [...paths, disc(cx, cy, first, palette.accent), ...planets, ...marks];
}

/** A grid of a moon that wanes. */
function phases(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet, { field: palette.ground });
  const columns = dice.pick([3, 4, 5]);
  const cell = 176 / columns;
  const rows = Math.max(Math.floor((picture.height - 16) / cell), 1);
  const r = cell * 0.4;
  const top = picture.middle - (rows * cell) / 2;
  const moons = Array.from({ length: rows * columns }, (_, i): Mark[] => {
    const [x, y] = [12 + ((i % columns) + 0.5) * cell, top + (Math.floor(i / columns) + 0.5) * cell];
    const bulge = r * (1 - (2 * i) / Math.max(rows * columns - 1, 1));
    const sweep = bulge > 0 ? 1 : 0;
    const lit = d`M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}A${Math.max(Math.abs(bulge), 0.1)} ${r} 0 0 ${1 - sweep} ${x} ${y - r}`;
    return [disc(x, y, r, palette.tone), path(lit, { fill: palette.accent })];
  });
  return [...moons.flat(), ...marks];
}

/** Halftone: dots that swell away from a point. */
function halftone(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const cell = dice.pick([12.5, 16.6, 20]);
  const [cx, cy] = [dice.between(0, 200), picture.top + dice.between(0, picture.height)];
  const straight = dice.chance(0.4);
  const inward = dice.chance(0.5);
  const levels = new Map<number, string>();
  for (let y = picture.top + cell / 2; y < picture.top + picture.height; y += cell)
    for (let x = cell / 2; x < 200; x += cell) {
      const far = straight
        ? (y - picture.top) / picture.height
        : Math.min(Math.hypot(x - cx, y - cy) / 190, 1);
      const level = Math.round((inward ? 1 - far : far) * 8);
      levels.set(level, (levels.get(level) ?? '') + d`M${x} ${y}h0`);
    }
  const dots = [...levels].map(([level, data]) =>
    path(data, { stroke: palette.accent, strokeWidth: cell * (0.12 + level * 0.115), round: true }),
  );
  return [...dots, ...marks];
}

/** An eye that looks back. */
function eye(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const cy = picture.middle;
  const open = dice.between(46, 74);
  const iris = open * 0.66;
  const look = dice.between(-26, 26);
  const lashes = Array.from({ length: 13 }, (_, i) => {
    const [x, y] = around(100, cy + 40, 132, -150 + i * 10);
    const [ox, oy] = around(100, cy + 40, 132 + dice.between(14, 32), -150 + i * 10);
    return d`M${x} ${y}L${ox} ${oy}`;
  }).join('');
  return [
    path(lashes, { stroke: palette.ink, strokeWidth: 3.4, round: true }),
    path(d`M6 ${cy}Q100 ${cy - open * 2} 194 ${cy}Q100 ${cy + open * 2} 6 ${cy}z`, { fill: palette.ink }),
    disc(100 + look, cy, iris, palette.ground),
    ring(100 + look, cy, iris * 0.78, palette.accent, iris * 0.36),
    disc(100 + look, cy, iris * 0.36, palette.ink),
    disc(100 + look + iris * 0.2, cy - iris * 0.22, iris * 0.13, inkOn(palette, palette.ink)),
    ...marks,
  ];
}

/** One disc with the title inside. */
function seal(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const field = bedColor(palette);
  const cy = dice.pick([112, 150, 184]);
  const fill = inkOn(palette, field);
  const style = dice.pick<Pick<TitleStyle, 'face' | 'upper'>>([
    { face: 'serif', upper: false },
    { face: 'condensed', upper: true },
    { face: 'italic', upper: false },
  ] as const);
  return [
    ...(dice.chance(0.5)
      ? [ring(100, cy, 99, palette.ink, 1.4)]
      : [rect(0, cy - 0.7, 200, 1.4, palette.ink)]),
    disc(100, cy, 88, field),
    ...titleBlock(
      sheet,
      { x: 30, y: cy - 46, width: 140, height: 92 },
      { ...style, fill, align: 'middle', stand: 'middle', maxSize: 48 },
    ),
    ...credits(sheet, 288, palette.ink),
  ];
}

export const circleCompositions: readonly Composition[] = [
  { name: 'rings', moods: ['thriller', 'drama', 'action'], draw: rings },
  { name: 'spiral', moods: ['mystery', 'thriller', 'fantasy'], draw: spiral },
  { name: 'meeting', moods: ['romance', 'drama', 'music'], draw: meeting },
  { name: 'orbits', moods: ['science fiction', 'documentary', 'mystery'], draw: orbits },
  { name: 'phases', moods: ['fantasy', 'science fiction', 'horror', 'drama'], draw: phases },
  { name: 'halftone', moods: ['crime', 'documentary', 'music', 'drama'], draw: halftone },
  { name: 'eye', moods: ['horror', 'mystery', 'thriller'], draw: eye },
  { name: 'seal', moods: ['family', 'romance', 'comedy', 'foreign'], draw: seal },
];
