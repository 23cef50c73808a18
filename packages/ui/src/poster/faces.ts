/** The cuts of our two families that posters are set in. The class of the same name in poster.module.css sets them. */
export type Face = 'condensed' | 'heavy' | 'wide' | 'light' | 'text' | 'serif' | 'italic';

// Advance widths of the printable ASCII characters, space to tilde, in hundredths of an em: measured in a
// browser, kept as text because no renderer on the server could tell.
const advances: Record<Face, string> = {
  condensed:
    '12 26 36 48 38 70 53 20 37 37 37 51 21 24 21 27 43 36 42 42 41 43 43 38 42 43 22 22 51 51 51 41 68 50 48 51 50 45 40 53 50 24 43 50 41 68 51 54 ' +
    '47 54 50 45 46 50 47 70 49 48 46 35 27 35 51 36 18 43 42 40 42 41 26 40 42 21 21 43 21 63 42 42 42 42 27 38 26 42 38 59 42 38 37 37 20 37 51',
  heavy:
    '18 33 50 66 61 100 89 28 39 39 41 66 33 33 33 31 67 67 67 67 67 67 67 67 67 67 33 33 66 66 66 61 101 78 78 78 78 72 67 83 83 37 67 83 67 97 83 83 ' +
    '72 83 78 72 72 83 78 100 78 78 72 39 31 39 66 56 30 67 67 67 67 67 39 67 67 32 32 67 32 100 67 67 67 67 44 61 44 67 61 94 67 61 56 39 28 39 66',
  wide:
    '30 36 52 76 71 113 100 28 37 37 43 74 35 42 35 31 79 70 78 79 78 79 79 73 80 79 34 35 74 74 74 72 125 93 91 94 93 86 80 101 99 37 73 95 75 115 99 101 ' +
    '86 101 93 87 85 97 90 121 94 92 86 36 31 36 74 66 32 78 77 77 77 78 48 77 76 32 31 73 32 117 76 78 77 77 48 71 50 76 71 108 76 71 66 36 29 36 74',
  light:
    '16 25 30 48 38 72 53 17 32 32 38 51 21 27 21 27 45 39 45 45 42 46 45 41 44 45 24 24 51 51 51 44 78 51 53 57 57 51 46 60 57 22 42 52 41 68 57 61 ' +
    '51 61 56 50 48 56 50 73 53 53 50 26 27 26 51 36 14 43 44 41 44 43 23 42 43 18 18 39 18 67 43 44 44 44 25 38 22 43 36 56 39 36 38 32 20 32 51',
  text:
    '21 28 41 58 52 96 71 23 36 36 41 63 29 33 29 30 57 55 57 58 57 57 58 56 58 57 32 32 63 63 63 60 100 70 70 73 73 67 61 80 73 27 57 68 55 85 73 79 ' +
    '67 79 72 67 61 73 66 94 68 67 64 32 30 32 63 50 20 55 58 53 58 55 29 57 57 24 24 53 24 86 57 58 58 58 35 52 31 57 52 74 53 52 50 37 25 37 63',
  serif:
    '23 27 36 62 62 81 77 19 28 28 39 58 24 33 24 39 62 62 62 62 62 62 62 62 62 62 28 28 58 58 58 49 90 75 68 72 79 69 63 78 85 37 43 79 64 105 78 81 ' +
    '66 81 72 58 74 80 73 105 75 72 67 30 39 30 58 41 50 53 60 48 61 50 38 52 61 29 27 59 29 90 61 58 61 59 43 43 39 59 58 81 57 57 49 29 22 29 58',
  italic:
    '23 27 36 59 59 83 70 20 28 28 43 52 24 35 23 41 59 59 59 59 59 59 59 65 59 59 26 27 52 52 52 47 91 70 64 69 75 64 59 74 79 35 44 72 59 96 75 76 ' +
    '61 76 66 55 65 74 68 95 70 67 62 32 38 32 52 39 50 52 49 40 52 42 33 44 52 30 27 50 28 80 56 47 53 49 42 36 34 54 49 70 50 49 43 32 25 32 52',
};

const widths = new Map<Face, number[]>();

function widthsOf(face: Face): number[] {
  const known = widths.get(face);
  if (known) return known;
  const parsed = advances[face].split(' ').map((hundredths) => Number(hundredths) / 100);
  widths.set(face, parsed);
  return parsed;
}

const unfolded: Record<string, string> = {
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
};
const marks = /^\p{M}/u;
const wideScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** Height of a capital letter, in em. */
export function capHeight(face: Face): number {
  return face === 'serif' || face === 'italic' ? 0.66 : 0.686;
}

/** Width of a text in em. Scripts that the families lack fall to the reader's own fonts and are estimated. */
export function measure(text: string, face: Face): number {
  const table = widthsOf(face);
  let width = 0;
  for (const char of text) width += table[char.charCodeAt(0) - 32] ?? foldedWidth(char, table);
  return width;
}

function foldedWidth(char: string, table: readonly number[]): number {
  const base = char.normalize('NFD').charAt(0);
  const plain = unfolded[char] ?? base;
  if (marks.test(plain)) return 0;
  const known = [...plain].reduce((sum, letter) => sum + (table[letter.charCodeAt(0) - 32] ?? Number.NaN), 0);
  return Number.isNaN(known) ? foreignWidth(char) : known;
}

function foreignWidth(char: string): number {
  if (wideScript.test(char)) return 1;
  return char === '\u2019' || char === '\u2026' ? 0.4 : 0.72;
}
