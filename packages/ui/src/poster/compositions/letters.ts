import type { Composition } from '../composition.ts';
import { capHeight, type Face, measure } from '../faces.ts';
import { fit } from '../fit.ts';
import { disc, type Mark, rect, turned } from '../marks.ts';
import { contrast, inkOn, loudColor } from '../palettes.ts';
import { credits, line, type Sheet, titleBlock, wholeTitle, wordCount } from '../sheet.ts';

/** A letter to a square, the spaces between words as discs. */
function letters(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const chars = [...wholeTitle(sheet)];
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
  const wide = 84 + Math.min(wholeTitle(sheet).length, 40);
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
    disc(dice.pick([(200 + wide) / 2, 200]), cy, Math.min(r, (200 - wide) / 2 - 6), inkOn(palette, field)),
    ...turned(title, -90, [0, 300]).map((text) => ({ ...text, x: text.x + 10 })),
    ...credits({ ...sheet, director: null }, 288, inkOn(palette, field)),
  ];
}

/** Word under word, each a step further in, between blocks of color. */
function cascade(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const words = wholeTitle(sheet).split(' ');
  const face = dice.pick<Face>(['heavy', 'condensed', 'condensed']);
  const row = 270 / words.length;
  const widest = Math.max(...words.map((word) => measure(word, face)));
  const size = Math.min(156 / widest, (row * 0.82) / capHeight(face), 100);
  const room = words.map((word) => 176 - measure(word, face) * size);
  const step = Math.min(...room.map((left, i) => (i > 0 ? left / i : 60)), 48);
  return [
    ...words.flatMap((word, i) => {
      const [x, y] = [12 + i * step, i * row];
      const end = x + measure(word, face) * size;
      return [
        rect(0, y, Math.max(x - 6, 0), row, i % 2 ? palette.tone : palette.accent),
        rect(end + 6, y, 194 - end, row, i % 2 ? palette.accent : palette.tone),
        line(sheet, word, face, { size, x, y: y + row - 4, anchor: 'start', fill: palette.ink }),
      ];
    }),
    rect(0, 270, 200, 30, palette.ground),
    ...credits(sheet, 288, palette.ink),
  ];
}

/** Letters that will not keep the line. */
function bounce(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const text = wholeTitle(sheet);
  const set = (face: Face) => fit(text, face, { width: 162, height: 190 }, { maxSize: 96, tight: 1 });
  const face = set('heavy').size > 42 ? 'heavy' : 'condensed';
  const { lines, size, leading, height } = set(face);
  const onTone = contrast(palette.tone, palette.ink) > 4;
  const second = onTone ? palette.ink : loudColor(palette);
  const inks = [palette.ink, palette.ink, second] as const;
  const first = 138 - height / 2 + capHeight(face) * size;
  const letters = lines.flatMap((text, row) => {
    let x = 100 - (measure(text, face) * size) / 2;
    return [...text].map((char) => {
      const wide = measure(char, face) * size;
      x += wide;
      const y = first + row * leading + dice.between(-0.09, 0.09) * size;
      const turn = dice.between(-11, 11);
      return line(sheet, char, face, {
        size,
        x: x - wide / 2,
        y,
        anchor: 'middle',
        fill: dice.pick(inks),
        turn,
      });
    });
  });
  const field = dice.pick<Mark[]>([
    [disc(100, 138, 118, palette.tone)],
    [disc(20, 20, 66, palette.tone), disc(186, 262, 78, palette.tone)],
    [rect(0, 0, 200, 138, palette.tone)],
  ]);
  return [...(onTone ? field : []), ...letters, ...credits(sheet, 288, palette.ink)];
}

/** A short title as a tower of letters. */
function tower(sheet: Sheet): Mark[] {
  const { palette, dice } = sheet;
  const chars = [...wholeTitle(sheet).replace(/ /g, '')];
  const rise = 272 / chars.length;
  const size = Math.min((rise * 0.86) / capHeight('heavy'), 150);
  const right = dice.chance(0.5);
  const [x, field] = [right ? 146 : 54, dice.pick([palette.accent, palette.tone])];
  return [
    rect(right ? 92 : 0, 0, 108, 300, field),
    ...chars.map((char, i) =>
      line(sheet, char, 'heavy', {
        size: Math.min(size, 96 / measure(char, 'heavy')),
        x,
        y: 14 + (i + 0.5) * rise + (capHeight('heavy') * Math.min(size, 96 / measure(char, 'heavy'))) / 2,
        anchor: 'middle',
        fill: inkOn(palette, field),
      }),
    ),
    ...dice.pick<Mark[]>([
      [
        disc(
          right ? 46 : 154,
          dice.between(60, 220),
          32,
          palette.accent === field ? palette.ink : palette.accent,
        ),
      ],
      [rect(right ? 14 : 122, dice.between(30, 200), 64, 6, palette.ink)],
    ]),
    ...turned(credits(sheet, 0, palette.ink, 'start'), -90, [0, 0]).map((text) => ({
      ...text,
      x: right ? 84 : 120,
      y: 286,
    })),
  ];
}

export const letterCompositions: readonly Composition[] = [
  {
    name: 'letters',
    weight: 2,
    moods: ['comedy', 'family', 'animation'],
    fits: (sheet) => sheet.latin && /^[\p{L}\p{N} ]{3,12}$/u.test(wholeTitle(sheet)),
    draw: letters,
  },
  {
    name: 'upright',
    moods: ['crime', 'action'],
    fits: (sheet) => wholeTitle(sheet).length <= 40,
    draw: upright,
  },
  {
    name: 'cascade',
    moods: ['comedy', 'music', 'romance'],
    fits: (sheet) => sheet.latin && wordCount(sheet) >= 2 && wordCount(sheet) <= 5,
    draw: cascade,
  },
  {
    name: 'bounce',
    moods: ['comedy', 'family', 'animation'],
    fits: (sheet) => sheet.latin && /^(\S{1,8}( |$)){1,5}$/u.test(wholeTitle(sheet)),
    draw: bounce,
  },
  {
    name: 'tower',
    weight: 2,
    moods: ['thriller', 'horror', 'science fiction'],
    fits: (sheet) => sheet.latin && /^[\p{L}\p{N} ]{2,7}$/u.test(wholeTitle(sheet)),
    draw: tower,
  },
];
