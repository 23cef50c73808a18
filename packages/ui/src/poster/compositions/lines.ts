import { caption } from '../caption.ts';
import type { Composition } from '../composition.ts';
import type { Face } from '../faces.ts';
import { around, d, disc, type Mark, path, polygon, rect, turned } from '../marks.ts';
import { inkOn } from '../palettes.ts';
import { credits, type Sheet, titleBlock } from '../sheet.ts';

/** A broad band across, the title riding on it. */
function band(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const lean = dice.pick([-32, -24, -16, 18]);
  const [cy, wide] = [dice.between(125, 175), dice.between(74, 92) + Math.min(sheet.title.length, 50)];
  const field = dice.pick([palette.accent, palette.ink]);
  const drop = Math.tan((lean * Math.PI) / 180) * 200;
  const strip = (offset: number, height: number, fill: string) =>
    polygon(
      [
        [-100, cy + offset - drop],
        [300, cy + offset + drop],
        [300, cy + offset + height + drop],
        [-100, cy + offset + height - drop],
      ],
      fill,
    );
  const title = titleBlock(
    sheet,
    { x: 12, y: cy - wide / 2 + 6, width: 176, height: wide - 24 },
    {
      face: dice.pick<Face>(['condensed', 'heavy', 'wide']),
      fill: inkOn(palette, field),
      align: 'middle',
      stand: 'middle',
    },
  );
  const steep = wide / Math.cos((lean * Math.PI) / 180);
  const low = dice.chance(0.5);
  return [
    disc(lean < 0 ? 150 : 50, low ? 244 : 56, dice.between(30, 58), palette.tone),
    ...(dice.chance(0.6)
      ? [strip(steep / 2 + 8, 9, palette.ink), strip(steep / 2 + 24, 4, palette.ink)]
      : []),
    strip(-steep / 2, steep, field),
    ...turned(title, lean, [100, cy]),
    ...credits(sheet, 288, palette.ink),
  ];
}

/** Bars that swell from thin to thick. */
function stripes(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const count = 6 + dice.roll(7);
  const across = dice.chance(0.5);
  const span = across ? picture.height : 200;
  const cell = span / count;
  const flip = dice.chance(0.5);
  const second = dice.chance(0.4) ? palette.tone : palette.accent;
  const bars = Array.from({ length: count }, (_, i) => {
    const thick = cell * (0.1 + (0.84 * (flip ? count - i : i + 1)) / count);
    const fill = i % 3 === 1 ? second : palette.accent;
    return across
      ? rect(0, picture.top + i * cell, 200, thick, fill)
      : rect(i * cell, picture.top, thick, picture.height, fill);
  });
  return [
    ...bars,
    ...(dice.chance(0.45) ? [disc(dice.between(60, 140), picture.middle, 44, palette.ink)] : []),
    ...marks,
  ];
}

/** Water, or music. */
function waves(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const count = 6 + dice.roll(6);
  const step = picture.height / count;
  const [rise, long] = [step * dice.between(0.6, 1.1), dice.pick([50, 66.7, 100])];
  const inks = dice.chance(0.5) ? [palette.accent] : [palette.accent, palette.tone];
  const lines = Array.from({ length: count + 2 }, (_, i) => {
    const y = picture.top + (i - 0.5) * step;
    const start = -long + (i % 2) * dice.pick([0, long / 2]);
    const humps = Array.from({ length: Math.ceil(640 / long) }, () => d`t${long / 2} 0`).join('');
    return path(d`M${start} ${y}q${long / 4} ${-rise} ${long / 2} 0` + humps, {
      stroke: inks[i % inks.length] ?? palette.accent,
      strokeWidth: step * (0.12 + (0.42 * i) / count),
    });
  });
  return [...lines, ...marks];
}

/** Rays from a low sun, or from a blow. */
function rays(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const [cx, cy] = [dice.pick([0, 100, 100, 200]), dice.pick([picture.top + picture.height, picture.middle])];
  const count = 10 + dice.roll(10);
  const angle = 360 / count;
  const twist = dice.roll(20);
  const wedges = Array.from({ length: count }, (_, i) => {
    const [ax, ay] = around(cx, cy, 400, twist + i * angle);
    const [bx, by] = around(cx, cy, 400, twist + (i + 0.5) * angle);
    return d`M${cx} ${cy}L${ax} ${ay}L${bx} ${by}z`;
  }).join('');
  const r = dice.between(20, 58);
  return [
    path(wedges, { fill: palette.accent }),
    disc(cx, cy, r + 7, palette.ground),
    disc(cx, cy, r, palette.tone),
    ...marks,
  ];
}

/** Threads strung between two edges. */
function strings(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const count = 16 + dice.roll(12);
  const [left, right] = [dice.chance(0.5) ? 0 : 200, dice.pick([0.2, 0.5, 1])];
  const foot = picture.top + picture.height;
  const thread = (i: number, from: number) => {
    const t = i / count;
    return d`M${from} ${picture.top + t * picture.height}L${200 * Math.abs(from / 200 - t)} ${foot - (1 - right) * t * picture.height}`;
  };
  const lines = Array.from({ length: count + 1 }, (_, i) => i);
  return [
    disc(200 - left, picture.top + picture.height * 0.3, dice.between(36, 70), palette.tone),
    path(lines.map((i) => thread(i, left)).join(''), { stroke: palette.ink, strokeWidth: 1.2 }),
    path(lines.map((i) => thread(i, 200 - left)).join(''), { stroke: palette.accent, strokeWidth: 1.2 }),
    ...marks,
  ];
}

/** Light thrown by a projector; the title stands in it. */
function beam(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const light = dice.pick([palette.ink, palette.tone, palette.accent]);
  const lamp = light === palette.accent ? palette.ink : palette.accent;
  const x = dice.pick([52, 100, 148]);
  const fill = inkOn(palette, light);
  return [
    polygon(
      [
        [x - 8, 58],
        [x + 8, 58],
        [200, 206],
        [200, 300],
        [0, 300],
        [0, 206],
      ],
      light,
    ),
    disc(x - 17, 22, 13, lamp),
    disc(x + 14, 20, 15, lamp),
    disc(x - 17, 22, 4, palette.ground),
    disc(x + 14, 20, 5, palette.ground),
    rect(x - 26, 34, 52, 20, lamp),
    rect(x - 10, 52, 20, 7, lamp),
    ...titleBlock(
      sheet,
      { x: 16, y: 190, width: 168, height: 78 },
      {
        face: dice.pick<Face>(['condensed', 'serif', 'heavy', 'wide']),
        fill,
        stand: 'bottom',
        align: 'middle',
        maxSize: 56,
      },
    ),
    ...credits(sheet, 287, fill, 'middle'),
  ];
}

/** Door within door within door. */
function corridor(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const count = 5 + dice.roll(4);
  const [vx, vy] = [dice.between(60, 140), picture.top + picture.height * dice.between(0.35, 0.65)];
  const inks = [palette.ground, palette.accent, palette.ground, palette.tone];
  const doors = Array.from({ length: count }, (_, i) => {
    const scale = 1 - i / count;
    const [width, height] = [200 * scale, picture.height * scale];
    return rect(
      vx - (vx / 200) * width,
      vy - ((vy - picture.top) / picture.height) * height,
      width,
      height,
      inks[i % 4] ?? palette.tone,
    );
  });
  const last = picture.height / count;
  return [...doors, rect(vx - 4, vy - last * 0.2, 8, last * 0.5, palette.ink), ...marks];
}

export const lineCompositions: readonly Composition[] = [
  { name: 'band', moods: ['action', 'war', 'comedy', 'crime'], draw: band },
  { name: 'stripes', moods: ['crime', 'science fiction', 'drama'], draw: stripes },
  { name: 'waves', moods: ['music', 'romance', 'adventure', 'family'], draw: waves },
  { name: 'rays', moods: ['adventure', 'western', 'action', 'animation'], draw: rays },
  { name: 'strings', moods: ['music', 'science fiction', 'documentary', 'drama'], draw: strings },
  { name: 'beam', moods: ['noir', 'crime', 'mystery', 'documentary'], draw: beam },
  { name: 'corridor', moods: ['horror', 'thriller', 'mystery'], draw: corridor },
];
