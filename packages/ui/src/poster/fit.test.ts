import { expect, it } from 'vitest';
import { capHeight, measure } from './faces.ts';
import { breakEvenly, fit, joinPieces, pieces } from './fit.ts';
import { justify } from './justify.ts';

it('loses and adds nothing when it breaks a title', () => {
  for (const title of ['The Good, the Bad and the Ugly', '千と千尋の神隠し', 'One'])
    expect(joinPieces(pieces(title))).toBe(title);
});

it('breaks where the widest line is narrowest', () => {
  expect(breakEvenly(pieces('The Good, the Bad and the Ugly'), 3, 'condensed')).toEqual([
    'The Good,',
    'the Bad and',
    'the Ugly',
  ]);
});

it('never begins a line with closing punctuation', () => {
  expect(pieces('雨、月。').map(({ text }) => text)).toEqual(['雨、', '月。']);
});

it('fits its box', () => {
  const box = { width: 100, height: 60 };
  for (const title of ['Up', 'Dr. Strangelove', 'A title that goes on and on and will not end']) {
    const { lines, size, leading } = fit(title, 'heavy', box);
    expect(Math.max(...lines.map((line) => measure(line, 'heavy'))) * size).toBeLessThanOrEqual(
      box.width + 0.01,
    );
    expect(capHeight('heavy') * size + (lines.length - 1) * leading).toBeLessThanOrEqual(box.height + 0.01);
  }
});

it('does not let an article shout', () => {
  const { lines } = justify('THE MATRIX', 'condensed', { width: 176, height: 254 });
  expect(lines.map(({ text }) => text)).toEqual(['THE MATRIX']);
});

it('measures a letter with its accent as the letter', () => {
  expect(measure('Łódź', 'serif')).toBe(measure('Lodz', 'serif'));
});
