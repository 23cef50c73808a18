/** Text as it is compared: without case and accents. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const wordsOf = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How well a name fits what was typed, 0 best: the whole, its beginning, a word's beginning, within, or otherwise. */
export function closeness(name: string, typed: string): number {
  const text = folded(name);
  const wanted = folded(typed);
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (` ${text}`.includes(` ${wanted}`)) return 2;
  return text.includes(wanted) ? 3 : 4;
}

/** Whether every word typed begins one of the words: "new mov" is "New film" with the further word "movies". */
export function fits(words: string, typed: string): boolean {
  const known = wordsOf(words);
  return wordsOf(typed).every((word) => known.some((other) => other.startsWith(word)));
}

/** Whether it is surely meant: its first word is begun by the first word typed. */
export const leads = (label: string, typed: string): boolean =>
  Boolean(wordsOf(typed)[0] && wordsOf(label)[0]?.startsWith(wordsOf(typed)[0] ?? ''));
