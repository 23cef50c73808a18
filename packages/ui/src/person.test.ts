import { expect, it } from 'vitest';
import { initials } from './initials.ts';
import { formatYears } from './years.ts';

it.each([
  ['Jean Gabin', 'JG'],
  ['Vincent van Gogh', 'VG'],
  ['Cantinflas', 'C'],
  ['łukasz żal', 'ŁŻ'],
  ['黒澤 明', '黒明'],
  ['“Weird Al” Yankovic', 'WY'],
  ['  ', ''],
])('initials of %s', (name, letters) => expect(initials(name)).toBe(letters));

it('prints the years that are known', () => {
  expect(formatYears(1904, 1976)).toBe('1904–1976');
  expect(formatYears(1961)).toBe('born 1961');
  expect(formatYears(null, 1938)).toBe('died 1938');
  expect(formatYears()).toBeNull();
});
