import { expect, test } from 'vitest';
import { storedName } from './names.ts';

test('a name is cut where it is longer than may be stored', () => {
  const { firstName, lastName } = storedName(`${'a'.repeat(300)} ${'b'.repeat(300)}`);
  expect(firstName).toHaveLength(255);
  expect(lastName).toMatch(/^b{254}…$/);
  expect(storedName('Costa-Gavras')).toEqual({ firstName: null, lastName: 'Costa-Gavras' });
});
