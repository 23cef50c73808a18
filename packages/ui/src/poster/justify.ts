import { capHeight, type Face, measure } from './faces.ts';
import type { Box } from './fit.ts';

export interface JustifiedLine {
  text: string;
  size: number;
}

export interface JustifiedBlock {
  lines: JustifiedLine[];
  gap: number;
  height: number;
}

const gap = 7;
const minor = new Set([
  'THE',
  'A',
  'AN',
  'OF',
  'AND',
  '&',
  'AT',
  'IN',
  'TO',
  'ON',
  'FOR',
  'OR',
  'BY',
  'LE',
  'LA',
  'DE',
]);

/** Sets every line to the full width, choosing the breaks that best fill the height; for a title of a few words. */
export function justify(text: string, face: Face, box: Box): JustifiedBlock {
  const words = text.split(' ');
  let best: JustifiedBlock | null = null;
  // Each bit says whether a line ends after that word.
  for (let breaks = 0; breaks < 2 ** (words.length - 1); breaks++) {
    const block = setLines(breakAfter(words, breaks), face, box);
    if (block.height > box.height || shoutsMinorWord(block)) continue;
    if (block.height > (best?.height ?? 0)) best = block;
  }
  return best ?? setLines([text], face, box);
}

/** Whether an article or a conjunction alone on its line would be the largest thing on the sheet. */
function shoutsMinorWord({ lines }: JustifiedBlock): boolean {
  const largest = Math.max(...lines.map(({ size }) => size));
  return lines.length > 1 && lines.some(({ text, size }) => minor.has(text) && size === largest);
}

function breakAfter(words: readonly string[], breaks: number): string[] {
  const lines: string[] = [];
  let line = '';
  words.forEach((word, i) => {
    line = line ? `${line} ${word}` : word;
    if (i === words.length - 1 || breaks & (1 << i)) {
      lines.push(line);
      line = '';
    }
  });
  return lines;
}

function setLines(texts: readonly string[], face: Face, { width, height }: Box): JustifiedBlock {
  const tallest = (height * 0.62) / capHeight(face);
  const lines = texts.map((text) => ({ text, size: Math.min(width / measure(text, face), tallest) }));
  const capitals = lines.reduce((sum, { size }) => sum + size * capHeight(face), 0);
  return { lines, gap, height: capitals + gap * (lines.length - 1) };
}
