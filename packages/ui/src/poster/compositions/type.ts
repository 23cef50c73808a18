import type { Composition } from '../composition.ts';
import { capHeight, type Face, measure } from '../faces.ts';
import { justify } from '../justify.ts';
import { disc, type Mark, rect, turned } from '../marks.ts';
import { bedColor, inkOn } from '../palettes.ts';
import { credits, line, type Sheet, titleBlock } from '../sheet.ts';

const full = (sheet: Sheet) => [sheet.title, sheet.subtitle].filter(Boolean).join(' ').toUpperCase();

/** Every line as wide as the sheet, so that short words shout. */
function stack(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const face = dice.pick<Face>(['condensed', 'condensed', 'heavy', 'wide']);
  const block = justify(full(sheet), face, { width: 176, height: 254 });
  const atFoot = dice.chance(0.5);
  let y = atFoot ? 274 - block.height : 14;
  const loud = dice.roll(block.lines.length + 1);
  const marks = block.lines.map(({ text, size }, i) => {
    y += capHeight(face) * size + (i > 0 ? block.gap : 0);
    const fill = i === loud && block.lines.length > 1 ? loudInk(sheet) : palette.ink;
    return line(sheet, text, face, { size, x: 12, y, anchor: 'start', fill });
  });
  const empty = atFoot
    ? { y: 0, height: 260 - block.height }
    : { y: 28 + block.height, height: 236 - block.height };
  const drawn = empty.height > 70 ? filler(sheet, empty.y, empty.height) : [];
  return [...drawn, ...marks, ...credits(sheet, 289, palette.ink)];
}

function loudInk({ palette }: Sheet): string {
  return bedColor({ ...palette, ink: palette.ground });
}

function filler({ palette, dice }: Sheet, y: number, height: number): Mark[] {
  const r = Math.min(height / 2 - 12, 62);
  return dice.pick<Mark[]>([
    [rect(0, y, 200, height - 4, palette.accent)],
    [disc(dice.between(60, 140), y + height / 2, r, palette.accent)],
    [
      disc(100 - r / 2, y + height / 2, r, palette.tone),
      disc(100 + r / 2, y + height / 2, r, palette.accent),
    ],
    Array.from({ length: 5 }, (_, i) =>
      rect(
        12,
        y + 12 + (i * (height - 24)) / 5,
        176,
        ((height - 24) / 5) * (0.15 + i * 0.15),
        palette.accent,
      ),
    ),
  ]);
}

/** The year as two figures above two others, filling the sheet; the title on a strip across. */
function year(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const digits = sheet.year ?? '';
  const face = dice.pick<Face>(['condensed', 'condensed', 'serif']);
  const rows = [digits.slice(0, 2), digits.slice(2)];
  const tall = 148 / capHeight(face);
  const field = dice.pick([palette.ink, palette.ground, palette.tone]);
  const fill = inkOn(palette, field);
  const top = dice.pick([28, 104, 196]);
  return [
    ...rows.map((text, i) => ({
      ...line({ ...sheet, latin: true, rtl: false }, text, face, {
        size: tall,
        x: 100,
        y: 149 + i * 150,
        anchor: 'middle',
        fill: i === 0 ? palette.accent : bedColor(palette),
      }),
      length: 196,
    })),
    rect(0, top, 200, 84, field),
    ...titleBlock(
      sheet,
      { x: 12, y: top + 12, width: 176, height: 48 },
      { face: 'condensed', fill, stand: 'middle', maxSize: 44 },
    ),
    ...credits({ ...sheet, year: null }, top + 76, fill, 'start'),
  ];
}

/** One letter, far too large for the sheet. */
function letter(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const face = dice.pick<Face>(['heavy', 'serif', 'italic', 'condensed', 'wide']);
  const initial = sheet.title.replace(/^(The|A|An) (?=\S)/i, '').match(/[\p{L}\p{N}]/u)?.[0] ?? '?';
  const size = dice.between(330, 430);
  const x = dice.pick([-14, 30, 100]);
  const low = dice.chance(0.5);
  return [
    line(sheet, initial.toUpperCase(), face, {
      size,
      x,
      y: low ? 318 : 232,
      anchor: x === 100 ? 'middle' : 'start',
      fill: bedColor(palette),
    }),
    ...titleBlock(
      sheet,
      { x: 14, y: low ? 14 : 206, width: 172, height: 66 },
      {
        face: face === 'italic' ? 'serif' : face,
        fill: palette.ink,
        upper: face !== 'serif' && face !== 'italic',
        maxSize: 40,
        stand: low ? 'top' : 'bottom',
      },
    ),
    ...credits(sheet, 288, palette.ink),
  ];
}

/** The title over and over; once it is said aloud. */
function echo(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const text = full(sheet);
  const size = Math.min(176 / measure(text, 'condensed'), 60);
  const step = size * 0.76;
  const count = Math.floor(262 / step);
  const loud = dice.roll(count);
  const slant = dice.pick([0, 0, 5]);
  const outlined = dice.chance(0.5);
  const rows = Array.from({ length: count }, (_, i) => {
    const said = i === loud;
    return line(sheet, text, 'condensed', {
      size,
      x: 12 + (i - loud) * slant,
      y: 14 + capHeight('condensed') * size + i * step,
      anchor: 'start',
      fill: said ? palette.ink : outlined ? palette.tone : loudInk(sheet),
      ...(outlined && !said && { outline: 0.8 }),
    });
  });
  return [...rows, ...credits(sheet, 289, palette.ink)];
}

/** A letter to a square, the spaces between words as discs. */
function letters(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const chars = [...full(sheet)];
  const columns = chars.length <= 4 ? 2 : chars.length <= 9 ? 3 : 4;
  const rows = Math.ceil(chars.length / columns);
  const [width, height] = [200 / columns, 264 / rows];
  const face = height > width * 1.25 ? 'condensed' : 'heavy';
  const shaded = dice.roll(2);
  return [
    ...Array.from({ length: rows * columns }, (_, i): Mark[] => {
      const [column, row] = [i % columns, Math.floor(i / columns)];
      const field = (column + row) % 2 === shaded ? palette.accent : palette.ground;
      const char = chars[i] ?? ' ';
      const [cx, cy] = [(column + 0.5) * width, (row + 0.5) * height];
      const size = Math.min((height * 0.78) / capHeight(face), (width * 0.82) / measure(char, face));
      const fill = inkOn(palette, field);
      return [
        rect(column * width, row * height, width, height, field),
        char === ' '
          ? disc(cx, cy, Math.min(width, height) * 0.3, palette.tone)
          : line(sheet, char, face, {
              size,
              x: cx,
              y: cy + (capHeight(face) * size) / 2,
              anchor: 'middle',
              fill,
            }),
      ];
    }).flat(),
    ...credits(sheet, 286, palette.ink),
  ];
}

/** The title climbs one side; a disc answers it on the other. */
function upright(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const field = dice.chance(0.5) ? palette.accent : palette.tone;
  const wide = 84 + Math.min(full(sheet).length, 40);
  const title = titleBlock(
    sheet,
    { x: 14, y: 300, width: 272, height: wide - 20 },
    {
      face: dice.pick<Face>(['condensed', 'heavy', 'wide', 'serif']),
      fill: palette.ink,
      stand: 'middle',
    },
  );
  const r = dice.between(34, 60);
  const cy = dice.pick([70, 150, 226]);
  return [
    rect(wide, 0, 200 - wide, 300, field),
    disc(wide + dice.pick([0, (200 - wide) / 2, 200 - wide]), cy, r, inkOn(palette, field)),
    ...turned(title, -90, [0, 300]).map((text) => ({ ...text, x: text.x + 8, y: text.y - 0 })),
    ...credits({ ...sheet, director: null }, 288, inkOn(palette, field)),
  ];
}

/** Word under word, each a step further in. */
function cascade(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const words = full(sheet).split(' ');
  const face = dice.pick<Face>(['heavy', 'condensed', 'wide']);
  const widest = Math.max(...words.map((word) => measure(word, face)));
  const size = Math.min(132 / widest, 232 / words.length / 0.9, 64);
  const step = Math.min(40 / Math.max(words.length - 1, 1), 22);
  const rise = 246 / words.length;
  const bars = words.map((_, i) =>
    rect(0, 14 + i * rise, 14 + i * step, capHeight(face) * size, i % 2 ? palette.tone : palette.accent),
  );
  return [
    ...bars,
    ...words.map((word, i) =>
      line(sheet, word, face, {
        size,
        x: 20 + i * step,
        y: 14 + capHeight(face) * size + i * rise,
        anchor: 'start',
        fill: palette.ink,
      }),
    ),
    ...credits(sheet, 288, palette.ink),
  ];
}

const words = (sheet: Sheet) => full(sheet).split(' ').length;

export const typeCompositions: readonly Composition[] = [
  {
    name: 'stack',
    moods: ['action', 'thriller', 'comedy'],
    fits: (sheet) => sheet.latin && words(sheet) <= 9,
    draw: stack,
  },
  {
    name: 'year',
    moods: ['history', 'documentary', 'war'],
    fits: (sheet) => sheet.year?.length === 4,
    draw: year,
  },
  { name: 'letter', moods: ['drama', 'mystery', 'music'], draw: letter },
  {
    name: 'echo',
    moods: ['music', 'comedy', 'thriller'],
    fits: (sheet) => sheet.latin && measure(full(sheet), 'condensed') < 7.4,
    draw: echo,
  },
  {
    name: 'letters',
    moods: ['comedy', 'family', 'animation'],
    fits: (sheet) => sheet.latin && /^[\p{L}\p{N} ]{3,12}$/u.test(full(sheet)),
    draw: letters,
  },
  { name: 'upright', moods: ['crime', 'action'], fits: (sheet) => full(sheet).length <= 40, draw: upright },
  {
    name: 'cascade',
    moods: ['comedy', 'music', 'romance'],
    fits: (sheet) => sheet.latin && words(sheet) >= 2 && words(sheet) <= 5,
    draw: cascade,
  },
];
