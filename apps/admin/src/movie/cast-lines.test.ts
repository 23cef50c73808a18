import { movieInput } from '@cinematheque/shared/movie';
import { expect, test } from 'vitest';
import { castOf, linesOf, newLine, newPart, readLines } from './cast-lines.ts';

const gabin = { id: 7, firstName: 'Jean', lastName: 'Gabin', dateOfBirth: '1904-05-17', photo: null };
const pepe = { id: 3, name: 'Pépé', description: null, role: 'leading' as const };
const [known] = linesOf([{ person: gabin, characters: [pepe] }]);
if (!known) throw new Error('One member makes one line');

test('tells who somebody is', () => {
  expect(known.person).toMatchObject({ id: 7, label: 'Jean Gabin', hint: 'born 1904' });
});

test('sends nothing of the blank lines and characters at the end', () => {
  const lines = [{ ...known, characters: [pepe, newPart(0)] }, newLine(0), newLine(1)];
  expect(castOf(lines)).toEqual([{ personId: 7, characters: [pepe] }]);
});

test('keeps the count of lines, so that an error stands where it belongs', () => {
  const nameless = { ...known, characters: [newPart(0), { ...newPart(0), name: 'Jo' }] };
  const result = movieInput.partial().safeParse({ cast: castOf([newLine(0), nameless]) });
  const paths = result.error?.issues.map(({ path }) => path.join('.'));
  expect(paths).toEqual(['cast.0.personId', 'cast.1.characters.0.name']);
});

test('guesses the role from the place in the billing', () => {
  expect([0, 5, 20].map((place) => newLine(place).characters[0]?.role)).toEqual([
    'leading',
    'supporting',
    'background',
  ]);
});

test('reads nothing out of what is no cast', () => {
  expect(readLines('x')).toEqual([]);
  expect(readLines(undefined)).toEqual([]);
});
