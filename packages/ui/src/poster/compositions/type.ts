import type { Composition } from '../composition.ts';
import { capHeight, type Face, measure } from '../faces.ts';
import { justify } from '../justify.ts';
import { disc, type Mark, rect } from '../marks.ts';
import { bedColor, inkOn, loudColor } from '../palettes.ts';
import { credits, line, type Sheet, titleBlock, wholeTitle, wordCount } from '../sheet.ts';
import { chooseEmblem, inksOn, stamp } from '../stamp.ts';

/** Every line as wide as the sheet, so that short words shout. */
function stack(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const face = dice.pick<Face>(['condensed', 'condensed', 'heavy', 'wide']);
  const block = justify(wholeTitle(sheet), face, { width: 176, height: 254 });
  const atFoot = dice.chance(0.5);
  let y = atFoot ? 274 - block.height : 14;
  const loud = dice.roll(block.lines.length + 1);
  const marks = block.lines.map(({ text, size }, i) => {
    y += capHeight(face) * size + (i > 0 ? block.gap : 0);
    const fill = i === loud && block.lines.length > 1 ? loudColor(palette) : palette.ink;
    return line(sheet, text, face, { size, x: 12, y, anchor: 'start', fill });
  });
  const empty = atFoot
    ? { y: 0, height: 260 - block.height }
    : { y: 28 + block.height, height: 236 - block.height };
  const drawn = empty.height > 70 ? filler(sheet, empty.y, empty.height) : [];
  return [...drawn, ...marks, ...credits(sheet, 289, palette.ink)];
}

function filler(sheet: Sheet, y: number, height: number): Mark[] {
  const { palette, dice } = sheet;
  const middle = y + height / 2;
  const sign = () =>
    stamp(chooseEmblem(sheet), 100, middle, Math.min(height - 14, 150), inksOn(sheet, palette.ground));
  const r = Math.min(height / 2 - 12, 62);
  return dice.pick<Mark[]>([
    sign(),
    sign(),
    [rect(0, y, 200, height - 4, palette.accent)],
    [disc(dice.between(60, 140), middle, r, palette.accent)],
    [disc(100 - r / 2, middle, r, palette.tone), disc(100 + r / 2, middle, r, palette.accent)],
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
  const top = dice.pick([108, 108, 216]);
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
  const text = wholeTitle(sheet);
  const wide = measure(text, 'condensed');
  const size = Math.min((176 * dice.pick([1, 1, 0.78])) / wide, 92);
  const step = size * 0.76;
  const count = Math.floor(262 / step);
  const drift = (176 - wide * size) / Math.max(count - 1, 1);
  const loud = dice.roll(count);
  const outlined = dice.chance(0.4);
  const rows = Array.from({ length: count }, (_, i) => {
    const at = {
      size,
      x: 12 + i * drift,
      y: 14 + capHeight('condensed') * size + i * step,
      anchor: 'start',
    } as const;
    if (i === loud) return line(sheet, text, 'condensed', { ...at, fill: palette.ink });
    if (outlined) return line(sheet, text, 'condensed', { ...at, fill: palette.tone, outline: 0.8 });
    return line(sheet, text, 'condensed', { ...at, fill: loudColor(palette) });
  });
  return [...rows, ...credits(sheet, 289, palette.ink)];
}

export const typeCompositions: readonly Composition[] = [
  {
    name: 'stack',
    weight: 2,
    moods: ['action', 'thriller', 'comedy'],
    fits: (sheet) => sheet.latin && wordCount(sheet) <= 9,
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
    weight: 2,
    moods: ['music', 'comedy', 'thriller'],
    fits: (sheet) => sheet.latin && measure(wholeTitle(sheet), 'condensed') < 7.4,
    draw: echo,
  },
];
