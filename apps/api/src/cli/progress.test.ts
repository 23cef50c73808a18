import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProgress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

it('writes a line per step where nobody watches', () => {
  const plain = screen(false);
  const progress = createProgress(plain);
  progress.show('Reading', 0, 10);
  progress.show('Reading', 5, 10);
  progress.show('Adding');
  progress.end();
  expect(plain.written).toEqual(['Reading\n', 'Adding\n']);
});

it('draws a bar on a terminal, ten times a second at most, and wipes it away', () => {
  const terminal = screen(true);
  const progress = createProgress(terminal);
  progress.show('Reading', 0, 2000);
  progress.show('Reading', 500, 2000);
  vi.advanceTimersByTime(150);
  progress.show('Reading', 1000, 2000);
  progress.show('Adding');
  progress.end();
  expect(terminal.written.map((text) => text.replace('\r\x1b[2K', ''))).toEqual([
    `Reading [${' '.repeat(30)}] 0 of 2,000`,
    `Reading [${'='.repeat(15)}${' '.repeat(15)}] 1,000 of 2,000`,
    'Adding ...',
    '',
  ]);
});
