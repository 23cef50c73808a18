import { limits } from './limits.ts';

/** Longest slug; a word that would be cut is left out. */
const MAX_LENGTH = 80;

/** Letters that carry no accent to strip, and what they are written as without them. */
const spelled: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '&': ' and ',
};

/** "Pépé le Moko" -> "pepe-le-moko". Letters of other scripts stay as they are. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[łøđðþßæœı&]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain.length <= MAX_LENGTH ? plain : plain.slice(0, MAX_LENGTH + 1).replace(/-?[^-]*$/, '');
}

/** What names a record in a page's address: "42-pepe-le-moko". The id is the truth, the words are for people. */
export function refOf(id: number, text: string): string {
  const slug = slugOf(text);
  return slug ? `${id}-${slug}` : String(id);
}

/** The id in such an address; null when there is none. */
export function idOf(ref: string): number | null {
  const [, digits] = ref.match(/^([1-9]\d{0,9})(?:-|$)/) ?? [];
  const id = Number(digits);
  return digits && id <= limits.int ? id : null;
}
