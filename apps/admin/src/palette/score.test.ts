import { expect, test } from 'vitest';
import { closeness, fits, leads } from './score.ts';

test('a name is the closer the earlier it holds what was typed, accents or not', () => {
  const names = ['Gabin', 'Gabin, Jean', 'Jean Gabin', 'Élegabinas', 'Gobin'];
  expect(names.map((name) => closeness(name, 'gabin'))).toEqual([0, 1, 2, 3, 4]);
  expect(closeness('Agnès Varda', 'AGNES')).toBe(1);
});

test('an action is found by the beginnings of its words, in any order', () => {
  expect(fits('New film movies', 'new mov')).toBe(true);
  expect(fits('New film movies', 'film new')).toBe(true);
  expect(fits('New film movies', 'ew')).toBe(false);
  expect(leads('New film', 'new mov')).toBe(true);
  expect(leads('Switch to the dark theme', 'the')).toBe(false);
});
