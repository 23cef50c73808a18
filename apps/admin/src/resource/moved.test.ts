import { expect, test } from 'vitest';
import { moved } from './moved.ts';

test('moves an entry to any place', () => {
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(['a', 'b', 'c', 'd'], 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('takes a place outside for the nearest end', () => {
  expect(moved(['a', 'b', 'c'], 1, -5)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, 99)).toEqual(['b', 'c', 'a']);
  expect(moved(['a'], 7, 0)).toEqual(['a']);
});
