import { movieGenreKey } from '@cinematheque/shared/joins';
import { expect, test } from 'vitest';
import { pairId, serialId } from './id.ts';

test('reads a number from an address, and nothing else', () => {
  expect(serialId.parse(serialId.format(12))).toBe(12);
  for (const text of ['', '0', '-1', '012', '1.5', '1e3', 'x', '12-34', '99999999999'])
    expect(serialId.parse(text), text).toBeNull();
});

test('writes a pair as the two numbers in the order of its key', () => {
  const pair = pairId(movieGenreKey);
  expect(pair.format({ genreId: 34, movieId: 12 })).toBe('12-34');
  expect(pair.parse('12-34')).toEqual({ movieId: 12, genreId: 34 });
  for (const text of ['', '12', '12-', '-12-34', '12-34-56', '12-x', '0-1', '1.5-2'])
    expect(pair.parse(text), text).toBeNull();
});
