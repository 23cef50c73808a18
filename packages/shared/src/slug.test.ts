import { describe, expect, it } from 'vitest';
import { idOf, refOf, slugOf } from './slug.ts';

describe('slugOf', () => {
  it.each([
    ['Pépé le Moko', 'pepe-le-moko'],
    ['Łódź', 'lodz'],
    ['Un cœur en hiver', 'un-coeur-en-hiver'],
    ["It's a Wonderful Life", 'its-a-wonderful-life'],
    ['2001: A Space Odyssey', '2001-a-space-odyssey'],
    ['Fast & Furious', 'fast-and-furious'],
    ['  --M--  ', 'm'],
    ['七人の侍', '七人の侍'],
    ['???', ''],
  ])('%s -> %s', (text, slug) => expect(slugOf(text)).toBe(slug));

  it('leaves out what is too long, a whole word at a time', () => {
    expect(slugOf('abcd '.repeat(40))).toBe('abcd-'.repeat(16).slice(0, -1));
    expect(slugOf(`${'abcd '.repeat(15)}abcdefgh`)).toBe('abcd-'.repeat(15).slice(0, -1));
  });
});

describe('refs', () => {
  it('gives back the id that it was made of', () => {
    expect(refOf(42, 'Pépé le Moko')).toBe('42-pepe-le-moko');
    expect(idOf(refOf(42, 'Pépé le Moko'))).toBe(42);
    expect(refOf(7, '???')).toBe('7');
  });

  it.each(['', 'x', '0', '-1', '01', '1.5', '1e3', '42x', '2147483648', '99999999999', 'NaN'])(
    'finds no id in "%s"',
    (ref) => expect(idOf(ref)).toBeNull(),
  );
});
