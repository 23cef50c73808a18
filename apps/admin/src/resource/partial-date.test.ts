import { expect, test } from 'vitest';
import { readDate, writeDate } from './partial-date.ts';

test('reads a day as exactly as it is typed', () => {
  expect(readDate('1937')).toEqual({ date: '1937-01-01', precision: 'year' });
  expect(readDate('1937-5')).toEqual({ date: '1937-05-01', precision: 'month' });
  expect(readDate(' 1937/05/03 ')).toEqual({ date: '1937-05-03', precision: 'day' });
});

test('takes what no calendar has for no day', () => {
  for (const text of ['', '37', '1937-13', '1937-02-30', '1937-05-03x', 'May 1937', '3.5.1937'])
    expect(readDate(text), text).toBeNull();
});

test('writes as much as is known, so that it reads the same', () => {
  for (const text of ['1937', '1937-05', '1937-05-03']) {
    const read = readDate(text);
    expect(read && writeDate(read.date, read.precision)).toBe(text);
  }
  expect(writeDate(null, 'day')).toBe('');
});
