import { expect, test } from 'vitest';
import { readDate, sayDate, writeDate } from './partial-date.ts';

const written = (text: string) => {
  const read = readDate(text);
  return read && writeDate(read.date, read.precision);
};

test.each([
  ['1937', '1937'],
  ['1937-5', '1937-05'],
  ['1937 05', '1937-05'],
  ['May 1937', '1937-05'],
  ['sept. 1937', '1937-09'],
  ['05/1937', '1937-05'],
  ['May 37', '1937-05'],
  [' 1937/05/03 ', '1937-05-03'],
  ['3 May 37', '1937-05-03'],
  ['3rd may 1937', '1937-05-03'],
  ['May 3, 1937', '1937-05-03'],
  ['3.5.1937', '1937-05-03'],
  ['5/3/1937', '1937-05-03'],
  ['13/5/1937', '1937-05-13'],
  ['5.13.1937', '1937-05-13'],
  ['29 Feb 2000', '2000-02-29'],
  ['1 January 05', '2005-01-01'],
])('reads %j as exactly as it is typed', (text, as) => {
  expect(written(text)).toBe(as);
});

test('takes what no calendar has for no day', () => {
  const none = [
    '',
    '37',
    '1937-13',
    '1937-02-30',
    '1937-05-03x',
    'May',
    '3 May',
    'Monday 1937',
    'maybe 1937',
    '1.2.3.1937',
  ];
  for (const text of [...none, '32 May 1937', '1937-00', '0 May 1937', '1937 1938'])
    expect(written(text), text).toBeNull();
});

test('takes two digits for a year that has been', () => {
  const next = String((new Date().getUTCFullYear() + 1) % 100).padStart(2, '0');
  expect(readDate(`May ${next}`)?.date).toMatch(/^19/);
});

test('writes as much as is known, so that it reads the same', () => {
  for (const text of ['1937', '1937-05', '1937-05-03']) expect(written(text)).toBe(text);
  expect(writeDate(null, 'day')).toBe('');
});

test('says what it understood', () => {
  expect(sayDate({ date: '1937-05-03', precision: 'day' })).toBe('May 3, 1937');
  expect(sayDate({ date: '1937-05-01', precision: 'month' })).toBe('May 1937');
  expect(sayDate({ date: '1937-01-01', precision: 'year' })).toBe('the year 1937');
});
