import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

describe('nextPath', () => {
  it.each([
    '/',
    '/movies',
    '/movies?genre=1&genre=2',
    '/movies/42-pepe-le-moko#cast',
    '/x?//evil',
    '/search?q=a%26b',
  ])('goes to %s', (path) => expect(nextPath(path)).toBe(path));

  it.each([
    undefined,
    '',
    'movies',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    '\t//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '@evil.example',
    '%2f%2fevil.example',
    '/sign-in',
    '/sign-in?next=/sign-in',
    '/sign-up#x',
    '/reset-password#token=x',
    '/verify-email',
  ])('refuses %j', (path) => expect(nextPath(path)).toBe('/'));
});
