import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test('reads numbers as people write them', () => {
  expect(['90', '1,500,000', '1 500 000', '-3'].map(readNumber)).toEqual([90, 1_500_000, 1_500_000, -3]);
});

test('leaves what is no whole number as it was typed', () => {
  for (const text of ['', '1.5', 'ninety', '1e3', '9'.repeat(16)]) expect(readNumber(text)).toBe(text);
});
