import { caption } from '../caption.ts';
import type { Composition } from '../composition.ts';
import type { Face } from '../faces.ts';
import { d, disc, type Mark, path, polygon, rect } from '../marks.ts';
import { inkOn } from '../palettes.ts';
import { credits, type Sheet, titleBlock } from '../sheet.ts';

/** Squares, quarter circles and discs, as in a Bauhaus exercise. */
function tiles(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const columns = dice.pick([3, 4, 4, 5]);
  const cell = 200 / columns;
  const rows = Math.ceil(picture.height / cell);
  const top = picture.top === 0 ? picture.height - rows * cell : picture.top;
  const inks = [palette.accent, palette.tone, palette.ink, palette.ground] as const;
  const quarter = (x: number, y: number, turn: number, fill: string): Mark => {
    const corners = [
      [x, y, 1, 1],
      [x + cell, y, -1, 1],
      [x + cell, y + cell, -1, -1],
      [x, y + cell, 1, -1],
    ] as const;
    const [cx, cy, sx, sy] = corners[turn % 4] ?? corners[0];
    const sweep = sx * sy > 0 ? 1 : 0;
    return path(d`M${cx} ${cy}h${sx * cell}A${cell} ${cell} 0 0 ${sweep} ${cx} ${cy + sy * cell}z`, { fill });
  };
  const tile = (x: number, y: number): Mark[] => {
    const first = dice.roll(4);
    const field = inks[first] ?? palette.ground;
    const shape = inks[(first + 1 + dice.roll(3)) % 4] ?? palette.accent;
    const kind = dice.roll(6);
    const form =
      kind === 0 ? disc(x + cell / 2, y + cell / 2, cell * 0.36, shape) : quarter(x, y, dice.roll(4), shape);
    return kind === 5 ? [rect(x, y, cell, cell, field)] : [rect(x, y, cell, cell, field), form];
  };
  const all = Array.from({ length: rows * columns }, (_, i) =>
    tile((i % columns) * cell, top + Math.floor(i / columns) * cell),
  );
  return [...all.flat(), ...marks];
}

/** A city at night. */
function skyline(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const count = 5 + dice.roll(3);
  const width = 200 / count;
  const front = dice.pick([palette.ink, palette.accent]);
  const lit = inkOn(palette, front);
  const towers = Array.from({ length: count }, (_, i): Mark[] => {
    const [x, top] = [i * width, dice.between(150, 232)];
    const rows = Array.from({ length: 3 }, (_, row) =>
      dice.chance(0.5)
        ? [rect(x + width * (0.2 + 0.34 * dice.roll(2)), top + 12 + row * 16, width * 0.22, 7, lit)]
        : [],
    );
    return [rect(x, top, width + 0.5, 300 - top, front), ...rows.flat()];
  });
  const back = Array.from({ length: count + 1 }, (_, i) =>
    rect((i - 0.5) * width, dice.between(118, 170), width * 0.8, 200, palette.tone),
  );
  return [
    disc(
      dice.between(40, 160),
      dice.between(96, 140),
      dice.between(22, 38),
      front === palette.accent ? palette.ink : palette.accent,
    ),
    ...back,
    ...towers.flat(),
    rect(0, 274, 200, 26, front),
    ...titleBlock(
      sheet,
      { x: 14, y: 16, width: 172, height: 76 },
      { face: dice.pick<Face>(['condensed', 'wide', 'light', 'heavy']), fill: palette.ink, maxSize: 60 },
    ),
    ...credits(sheet, 289, lit),
  ];
}

/** Peaks one behind the other, and a sun. */
function peaks(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet, {
    at: dice.chance(0.5) ? 'top' : 'bottom',
    field: palette.ground,
  });
  const foot = picture.top + picture.height;
  const range = (height: number, fill: string, shift: number) => {
    const tops = [0, 1, 2].map((i) => [i * 90 + shift, foot - height * dice.between(0.7, 1.1)] as const);
    return tops.map(([x, y]) =>
      polygon(
        [
          [x - 90, foot],
          [x, y],
          [x + 90, foot],
        ],
        fill,
      ),
    );
  };
  return [
    disc(
      dice.between(50, 150),
      picture.top + picture.height * dice.between(0.28, 0.42),
      dice.between(24, 46),
      palette.accent,
    ),
    ...range(picture.height * 0.62, palette.tone, dice.between(-10, 40)),
    ...range(picture.height * 0.34, palette.ink, dice.between(-20, 50)),
    ...marks,
  ];
}

/** Sun above the plain, cut into bars by the heat. */
function horizon(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet, { at: 'bottom' });
  const level = picture.height * dice.between(0.6, 0.78);
  const r = dice.between(52, 82);
  const cuts = 3 + dice.roll(4);
  const bars = Array.from({ length: cuts }, (_, i) =>
    rect(0, level - (i + 1) * (r / (cuts + 1)), 200, (cuts - i) * 1.9, palette.ground),
  );
  const plain = Array.from({ length: 4 }, (_, i) =>
    rect(0, level + i * 16, 200, 16 - i * 3, i % 2 ? palette.ground : palette.tone),
  );
  return [
    disc(dice.between(70, 130), level - dice.between(-4, 26), r, palette.accent),
    ...bars,
    rect(0, level, 200, 200, palette.ground),
    ...plain,
    ...marks,
  ];
}

/** Teeth, or a saw. */
function teeth(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const count = 3 + dice.roll(5);
  const width = 200 / count;
  const row = (base: number, sign: number, fill: string) =>
    polygon(
      [
        [0, base],
        ...Array.from(
          { length: count },
          (_, i) =>
            [
              [(i + 0.5) * width, base + sign * dice.between(56, 92)],
              [(i + 1) * width, base],
            ] as const,
        ).flat(),
        [200, base - sign * 60],
        [0, base - sign * 60],
      ],
      fill,
    );
  return [
    row(18, 1, palette.accent),
    row(286, -1, palette.tone === palette.ground ? palette.accent : palette.tone),
    rect(0, 108, 200, 84, palette.ground),
    ...titleBlock(
      sheet,
      { x: 14, y: 114, width: 172, height: 72 },
      {
        face: dice.pick<Face>(['condensed', 'heavy', 'serif']),
        fill: palette.ink,
        align: 'middle',
        stand: 'middle',
        maxSize: 66,
      },
    ),
    ...credits(sheet, 16, inkOn(palette, palette.accent)),
  ];
}

/** Steps up into the dark. */
function stairs(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const steps = 5 + dice.roll(4);
  const up = dice.chance(0.5);
  const blocks = Array.from({ length: steps }, (_, i) => {
    const [width, top] = [200 / steps, 276 - ((i + 1) * 160) / steps];
    const x = up ? i * width : 200 - (i + 1) * width;
    return rect(x, top, width + 0.4, 277 - top, i % 2 ? palette.tone : palette.accent);
  });
  const fill = palette.ink;
  return [
    ...blocks,
    rect(0, 276, 200, 24, palette.ink),
    ...titleBlock(
      sheet,
      { x: 14, y: 16, width: 172, height: 88 },
      {
        face: dice.pick<Face>(['serif', 'condensed', 'light', 'heavy']),
        fill,
        align: up ? 'start' : 'end',
        maxSize: 58,
      },
    ),
    ...credits(sheet, 291, inkOn(palette, palette.ink)),
  ];
}

/** Squares in a square, for color's sake. */
function homage(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet, {
    field: palette.ground,
    faces: ['serif', 'light', 'italic', 'condensed'],
  });
  const size = Math.min(picture.height - 20, 172);
  const sink = dice.pick([0.25, 0.5, 0.75]);
  const inks = dice.pick([
    [palette.tone, palette.accent, palette.ink],
    [palette.accent, palette.ink, palette.tone],
    [palette.ink, palette.tone, palette.accent],
  ]);
  const top = picture.middle - size / 2;
  return [
    ...inks.map((fill, i) => {
      const side = size * (1 - i * 0.29);
      return rect(100 - side / 2, top + (size - side) * sink, side, side, fill);
    }),
    ...marks,
  ];
}

/** A paperback of the thirties: three bands. */
function paperback(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const [top, foot] = dice.pick([
    [84, 210],
    [62, 232],
    [110, 232],
  ]);
  const field = dice.pick([palette.accent, palette.tone]);
  const mark = inkOn(palette, field);
  return [
    rect(0, 0, 200, top, field),
    rect(0, foot, 200, 300 - foot, field),
    disc(100, top / 2, Math.min(top * 0.3, 24), mark),
    disc(
      100 + Math.min(top * 0.3, 24) * dice.pick([0, 0.5, 1]),
      top / 2,
      Math.min(top * 0.3, 24) * 0.7,
      field,
    ),
    ...titleBlock(
      sheet,
      { x: 16, y: top + 14, width: 168, height: foot - top - 28 },
      {
        face: dice.pick<Face>(['serif', 'condensed', 'wide', 'italic']),
        fill: palette.ink,
        align: 'middle',
        stand: 'middle',
        maxSize: 50,
        upper: dice.chance(0.5),
      },
    ),
    ...credits(sheet, foot + (300 - foot) / 2 + 3, mark, 'middle'),
  ];
}

export const blockCompositions: readonly Composition[] = [
  { name: 'tiles', moods: ['animation', 'family', 'comedy', 'fantasy'], draw: tiles },
  { name: 'skyline', moods: ['crime', 'noir', 'action', 'romance'], draw: skyline },
  { name: 'peaks', moods: ['adventure', 'western', 'family', 'documentary'], draw: peaks },
  { name: 'horizon', moods: ['western', 'science fiction', 'war', 'romance'], draw: horizon },
  { name: 'teeth', moods: ['horror', 'thriller', 'action'], draw: teeth },
  { name: 'stairs', moods: ['drama', 'mystery', 'noir', 'history'], draw: stairs },
  { name: 'homage', moods: ['drama', 'documentary', 'foreign', 'history'], draw: homage },
  { name: 'paperback', moods: ['history', 'romance', 'drama', 'mystery'], draw: paperback },
];
