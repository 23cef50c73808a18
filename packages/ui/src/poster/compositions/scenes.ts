import { caption, overlay } from '../caption.ts';
import type { Composition } from '../composition.ts';
import type { Face } from '../faces.ts';
import { around, d, disc, type Mark, path, polygon, rect } from '../marks.ts';
import { bedColor, inkOn } from '../palettes.ts';
import { credits, type Sheet, titleBlock } from '../sheet.ts';

/** Leaves and pebbles cut from colored paper. */
function cutouts(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet, { faces: ['serif', 'italic', 'heavy', 'condensed'] });
  const inks = [palette.accent, palette.tone, palette.ink, palette.accent];
  const blob = (cx: number, cy: number, r: number, fill: string) => {
    const points = Array.from({ length: 7 }, (_, i) => around(cx, cy, r * dice.between(0.62, 1.2), i * 51.4));
    const middle = (i: number) => {
      const [[ax, ay], [bx, by]] = [points[i % 7] ?? [cx, cy], points[(i + 1) % 7] ?? [cx, cy]];
      return [(ax + bx) / 2, (ay + by) / 2] as const;
    };
    const [sx, sy] = middle(6);
    const curves = points.map(([x, y], i) => d`Q${x} ${y} ${middle(i)[0]} ${middle(i)[1]}`).join('');
    return path(`${d`M${sx} ${sy}`}${curves}z`, { fill });
  };
  const places = [
    [54, 0.28],
    [146, 0.24],
    [104, 0.62],
    [34, 0.8],
    [170, 0.78],
  ] as const;
  const shapes = places.map(([x, share], i) =>
    blob(x, picture.top + share * picture.height, dice.between(26, 52), inks[i % 4] ?? palette.tone),
  );
  return [...shapes, ...marks];
}

/** Stems that grow up the sheet. */
function garden(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const count = 3 + dice.roll(3);
  const stems = Array.from({ length: count }, (_, i): Mark[] => {
    const x = ((i + 0.5) * 200) / count;
    const top = dice.between(128, 190);
    const leaf = (y: number, side: number) =>
      d`M${x} ${y}Q${x + side * 26} ${y - 4} ${x + side * 24} ${y - 28}Q${x} ${y - 22} ${x} ${y}z`;
    const leaves = Array.from(
      { length: 3 },
      (_, n) => leaf(286 - n * 34, n % 2 ? 1 : -1) + leaf(270 - n * 34, n % 2 ? -1 : 1),
    ).join('');
    return [
      rect(x - 1.2, top, 2.4, 310 - top, palette.ink),
      path(leaves, { fill: palette.tone }),
      disc(x, top, dice.between(15, 24), palette.accent),
      disc(x, top, 6, palette.ground),
    ];
  });
  return [
    ...stems.flat(),
    ...titleBlock(
      sheet,
      { x: 14, y: 30, width: 172, height: 74 },
      {
        face: dice.pick<Face>(['serif', 'italic', 'condensed']),
        upper: dice.chance(0.3),
        fill: palette.ink,
        align: 'middle',
        maxSize: 52,
      },
    ),
    ...credits(sheet, 19, palette.ink),
  ];
}

/** A curtain that opens. */
function curtain(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const folds = 4;
  const open = dice.between(6, 22);
  const side = (left: boolean) =>
    Array.from({ length: folds }, (_, i) => {
      const at = (x: number) => (left ? x : 200 - x);
      const [a, b] = [(i * 92) / folds, ((i + 1) * 92) / folds];
      const pull = (x: number) => x * (open / 100 + 0.12);
      return path(
        d`M${at(a)} 0H${at(b)}Q${at(b)} 120 ${at(pull(b))} 216L${at(pull(a))} 216Q${at(a)} 120 ${at(a)} 0z`,
        { fill: i % 2 ? palette.tone : palette.accent },
      );
    });
  const skirt = [true, false].map((left) =>
    polygon(
      [
        [left ? 0 : 200, 210],
        [left ? 24 : 176, 210],
        [left ? 34 : 166, 300],
        [left ? 0 : 200, 300],
      ],
      palette.accent,
    ),
  );
  return [
    ...side(true),
    ...side(false),
    ...skirt,
    ...titleBlock(
      sheet,
      { x: 42, y: 176, width: 116, height: 92 },
      {
        face: dice.pick<Face>(['serif', 'italic', 'condensed']),
        upper: dice.chance(0.4),
        fill: palette.ink,
        align: 'middle',
        stand: 'bottom',
        maxSize: 40,
      },
    ),
    ...credits({ ...sheet, director: null }, 288, palette.ink, 'middle'),
  ];
}

/** Shapes thrown in the air. */
function confetti(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const inks = [palette.accent, palette.tone, palette.ink] as const;
  const cell = 200 / 5;
  const rows = Math.floor(picture.height / cell);
  const inset = (picture.height - rows * cell) / 2;
  const shapes = Array.from({ length: rows * 5 }, (_, i): Mark => {
    const [x, y] = [((i % 5) + 0.5) * cell, picture.top + inset + (Math.floor(i / 5) + 0.5) * cell];
    const [fill, spin] = [dice.pick(inks), dice.roll(360)];
    const corners = dice.pick([3, 4, 0, 2, 1]);
    if (corners === 0) return disc(x, y, cell * 0.3, fill);
    if (corners === 1) return path(d`M${x - 11} ${y}a11 11 0 0 1 22 0z`, { fill });
    if (corners === 2)
      return path(
        `M${[0, 180].map((turn) => d`${around(x, y, 14, spin + turn)[0]} ${around(x, y, 14, spin + turn)[1]}`).join('L')}`,
        { stroke: fill, strokeWidth: 6 },
      );
    return polygon(
      Array.from({ length: corners }, (_, n) => around(x, y, cell * 0.38, spin + (n * 360) / corners)),
      fill,
    );
  });
  return [...shapes, ...marks];
}

/** A board of squares, one of them taken. */
function board(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const { picture, marks } = caption(sheet);
  const columns = dice.pick([4, 5, 6, 8]);
  const cell = 200 / columns;
  const rows = Math.ceil(picture.height / cell);
  const squares = Array.from({ length: rows * columns }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return (column + row) % 2
      ? d`M${column * cell} ${picture.top + row * cell}h${cell}v${cell}h${-cell}z`
      : '';
  }).join('');
  const [column, row] = [1 + dice.roll(columns - 2), 1 + dice.roll(Math.max(rows - 2, 1))];
  return [
    path(squares, { fill: palette.tone }),
    disc(
      (column + 0.5) * cell,
      picture.top + (row + 0.5) * cell,
      cell * dice.pick([0.36, 0.8]),
      palette.accent,
    ),
    ...marks,
  ];
}

/** Two fields that divide the sheet aslant. */
function divide(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const [left, right] = dice.pick([
    [210, 90],
    [90, 210],
    [190, 140],
    [120, 190],
  ]);
  const field = bedColor(palette);
  const cx = dice.between(70, 130);
  const r = dice.between(34, 62);
  const level = left + ((right - left) * cx) / 200;
  const slope = (Math.atan2(right - left, 200) * 180) / Math.PI;
  const [ax, ay] = around(cx, level, r, slope);
  const [bx, by] = around(cx, level, r, slope + 180);
  const half = (sweep: number, fill: string) =>
    path(d`M${ax} ${ay}A${r} ${r} 0 0 ${sweep} ${bx} ${by}z`, { fill });
  const low = dice.chance(0.5);
  return [
    polygon(
      [
        [0, left],
        [200, right],
        [200, 300],
        [0, 300],
      ],
      field,
    ),
    half(1, palette.ground),
    half(0, palette.ink),
    ...titleBlock(
      sheet,
      { x: 14, y: low ? 214 : 16, width: 172, height: 60 },
      {
        face: dice.pick<Face>(['heavy', 'condensed', 'serif', 'wide']),
        fill: low ? inkOn(palette, field) : palette.ink,
        stand: low ? 'bottom' : 'top',
        align: left < right === low ? 'start' : 'end',
        maxSize: 46,
      },
    ),
    ...credits(sheet, 288, inkOn(palette, field)),
  ];
}

/** Much paper, a large quiet title, one small sign. */
function quiet(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const face = dice.pick<Face>(['serif', 'italic', 'light', 'serif']);
  const [x, y] = [dice.pick([30, 100, 170]), dice.between(196, 244)];
  const sign = dice.pick<Mark[]>([
    [disc(x, y, 16, palette.accent)],
    [rect(x - 1.5, 190, 3, 110, palette.accent)],
    [
      polygon(
        [
          [x - 18, y + 16],
          [x, y - 16],
          [x + 18, y + 16],
        ],
        palette.accent,
      ),
    ],
    [disc(x, y, 20, palette.accent), disc(x + 9, y - 6, 17, palette.ground)],
    [rect(14, y, 172, 2, palette.accent), disc(x, y, 11, palette.accent)],
  ]);
  return [
    ...sign,
    ...overlay(sheet, { face, fill: palette.ink, upper: face === 'light', maxSize: 66, tight: 0.98 }, 150),
  ];
}

/** A page of a programme: rules, and the title hung from the top. */
function programme(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const field = dice.pick([palette.accent, palette.tone, palette.ink]);
  const split = dice.pick([120, 150, 176]);
  return [
    rect(14, 14, 172, 2.4, palette.ink),
    rect(14, split, 172, 0.9, palette.ink),
    ...titleBlock(
      sheet,
      { x: 14, y: 26, width: 172, height: split - 40 },
      {
        face: dice.pick<Face>(['serif', 'wide', 'condensed', 'heavy']),
        upper: dice.chance(0.4),
        fill: palette.ink,
        maxSize: 54,
        tight: 0.94,
      },
    ),
    rect(14, split + 12, dice.pick([172, 112, 82]), 258 - split, field),
    disc(
      dice.pick([100, 150, 60]),
      split + 12 + (258 - split) / 2,
      (258 - split) * 0.32,
      inkOn(palette, field),
    ),
    ...credits(sheet, 288, palette.ink),
  ];
}

/** Fits every title there is, so it also stands in where nothing was drawn by lot. */
export const quietComposition: Composition = {
  name: 'quiet',
  moods: ['drama', 'documentary', 'romance', 'foreign'],
  draw: quiet,
};

export const sceneCompositions: readonly Composition[] = [
  { name: 'cutouts', moods: ['romance', 'comedy', 'animation', 'music'], draw: cutouts },
  { name: 'garden', moods: ['romance', 'family', 'fantasy', 'drama'], draw: garden },
  { name: 'curtain', moods: ['music', 'romance', 'horror'], draw: curtain },
  { name: 'confetti', moods: ['comedy', 'family', 'animation', 'music'], draw: confetti },
  { name: 'board', moods: ['war', 'mystery', 'thriller', 'crime'], draw: board },
  { name: 'divide', moods: ['drama', 'crime', 'thriller', 'romance'], draw: divide },
  { name: 'programme', moods: ['documentary', 'history', 'drama', 'tv movie'], draw: programme },
];
