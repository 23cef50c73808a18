import { expect, test } from 'vitest';
import { castOf, linesOf, moved, newLine, readLines } from './cast-lines.ts';

test('moves an entry to any place', () => {
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(['a', 'b', 'c', 'd'], 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('sends what the API takes and nothing unfinished', () => {
  const gabin = { id: 7, firstName: 'Jean', lastName: 'Gabin', dateOfBirth: '1904-05-17', photo: null };
  const character = { id: 3, name: 'Pépé', description: null, role: 'leading' as const };
  const lines = [...linesOf([{ person: gabin, characters: [character] }]), newLine()];
  expect(castOf(lines)).toEqual([{ personId: 7, characters: [character] }]);
  expect(lines[0]?.person).toEqual({ id: 7, label: 'Jean Gabin', hint: 'born 1904' });
});

test('reads nothing out of what is no cast', () => {
  expect(readLines('x')).toEqual([]);
});
