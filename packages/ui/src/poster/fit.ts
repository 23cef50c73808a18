import { capHeight, type Face, measure } from './faces.ts';

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const neverFirst = /^[、。，．・：；？！）」』】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

/** A piece of a title that no line break may split, and whether a space stood before it. */
export interface Piece {
  text: string;
  spaced: boolean;
}

/** Splits a title where a line may break: at spaces, and between the characters of Chinese and Japanese. */
export function pieces(title: string): Piece[] {
  return title
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (han.test(word) ? splitCharacters(word) : [{ text: word, spaced: true }]));
}

function splitCharacters(word: string): Piece[] {
  const result: Piece[] = [];
  for (const char of word) {
    const last = result.at(-1);
    if (last && (neverFirst.test(char) || !han.test(last.text + char))) last.text += char;
    else result.push({ text: char, spaced: result.length === 0 });
  }
  return result;
}

export function joinPieces(list: readonly Piece[]): string {
  return list.map(({ text, spaced }, i) => (i > 0 && spaced ? ` ${text}` : text)).join('');
}

/** Every way to set the pieces in lines is too many; for each number of lines, the one whose widest is narrowest. */
export function breakEvenly(list: readonly Piece[], lineCount: number, face: Face): string[] {
  // best[n][i]: the narrowest widest line when the first i pieces are set in n lines; from: where its last one begins.
  const width = (start: number, end: number) => measure(joinPieces(list.slice(start, end)), face);
  let best = list.map((_, i) => width(0, i + 1));
  const from: number[][] = [];
  for (let line = 1; line < lineCount; line++) {
    const starts: number[] = [];
    const previous = best;
    best = list.map((_, end) => {
      let least = Number.POSITIVE_INFINITY;
      for (let start = end; start >= line; start--) {
        const last = width(start, end + 1);
        if (last > least) break;
        const widest = Math.max(previous[start - 1] ?? Number.POSITIVE_INFINITY, last);
        if (widest < least) {
          least = widest;
          starts[end] = start;
        }
      }
      return least;
    });
    from.push(starts);
  }
  const lines: string[] = [];
  let end = list.length;
  for (const starts of from.reverse()) {
    const start = starts[end - 1] ?? 0;
    lines.unshift(joinPieces(list.slice(start, end)));
    end = start;
  }
  lines.unshift(joinPieces(list.slice(0, end)));
  return lines;
}

export interface Box {
  width: number;
  height: number;
}

export interface Setting {
  lines: string[];
  size: number;
  /** From baseline to baseline. */
  leading: number;
  /** From the top of the first line's capitals to the last baseline. */
  height: number;
}

/** The largest setting of a text that fits a box, with as few lines as that takes. */
export function fit(
  text: string,
  face: Face,
  box: Box,
  { maxSize = 200, maxLines = 7, tight = 1 }: { maxSize?: number; maxLines?: number; tight?: number } = {},
): Setting {
  const list = pieces(text);
  let best: Setting = { lines: [text], size: 0, leading: 0, height: 0 };
  for (let count = 1; count <= Math.min(maxLines, Math.max(list.length, 1)); count++) {
    const lines = breakEvenly(list, count, face);
    const widest = Math.max(...lines.map((line) => measure(line, face)));
    const tall = capHeight(face) + (count - 1) * tight;
    const size = Math.min(maxSize, box.width / widest, box.height / tall);
    // A stray "3" or "A" on a line of its own must be worth it.
    const worth = lines.length > 1 && lines.some((line) => line.length <= 2) && !han.test(text) ? 0.8 : 1;
    if (size * worth > best.size * 1.04) best = { lines, size, leading: size * tight, height: size * tall };
  }
  return best;
}
