import { expect, test } from 'vitest';
import { ago } from './ago.ts';

test('an instant is told as people tell it', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  const told = [
    '2026-03-10T11:59:40Z',
    '2026-03-10T11:57:00Z',
    '2026-03-10T09:00:00Z',
    '2026-03-09T11:00:00Z',
  ];
  expect(told.map((at) => ago(at, now))).toEqual(['just now', '3 minutes ago', '3 hours ago', 'yesterday']);
  // A clock that is slow.
  expect(ago('2026-03-10T12:05:00Z', now)).toBe('just now');
});
