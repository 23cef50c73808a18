import { describe, expect, it } from 'vitest';
import { cleanLine, cleanProse, cut } from './text.ts';

describe('cleanLine', () => {
  it('trims, makes every run of white space one space and knows no empty text', () => {
    expect(cleanLine('  Anna \t Karina\n')).toBe('Anna Karina');
    expect(cleanLine(' \n ')).toBeNull();
    expect(cleanLine(undefined)).toBeNull();
  });

  it('leaves out what PostgreSQL cannot store', () => {
    expect(cleanLine('A\0lph\ud800aville')).toBe('Alph\ufffdaville');
  });
});

it('cleanProse keeps its lines', () => {
  expect(cleanProse(' One.\n\nTwo.  ')).toBe('One.\n\nTwo.');
});

describe('cut', () => {
  it('shows that something is missing', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abcdefg', 6)).toBe('abcde…');
    expect(cut('abcd efg', 6)).toBe('abcd…');
  });

  it('counts an emoji as one and never halves it', () => {
    expect(cut('🎬'.repeat(6), 6)).toBe('🎬'.repeat(6));
    expect(cut('🎬'.repeat(7), 6)).toBe(`${'🎬'.repeat(5)}…`);
  });
});
