/** First and last initial of a name; one letter where the name is one word. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => firstLetter(word ?? '')).join('');
}

function firstLetter(word: string): string {
  return word.match(/\p{L}|\p{N}/u)?.[0].toUpperCase() ?? '';
}
