import { expect, it } from 'vitest';
import { editPath } from './edit-link.tsx';

it.each([
  ['/movies/42-pepe-le-moko', '/admin/movies/42?from=site'],
  ['/people/7-jean-gabin', '/admin/persons/7?from=site'],
  ['/genres', '/admin/genres'],
  ['/', null],
  ['/search', null],
  ['/decades/1950', null],
])('%s is edited at %s', (path, edit) => {
  expect(editPath(path)).toBe(edit);
});
