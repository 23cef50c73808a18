import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contrast } from './poster/palettes.ts';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const colors = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, [light, dark]],
  ),
);

function ratio(ink: string, paper: string, theme: 0 | 1): number {
  const [a, b] = [colors.get(ink)?.[theme], colors.get(paper)?.[theme]];
  if (!a || !b) throw new Error(`theme.css has no --${ink} or no --${paper}`);
  return contrast(a, b);
}

const papers = ['paper', 'paper-raised', 'paper-sunk'];
const readable = [
  ...papers.flatMap((paper) =>
    ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'warning', 'success'].map((ink) => [ink, paper]),
  ),
  ...['ink', 'danger'].map((ink) => [ink, 'danger-wash']),
  ...['ink', 'warning'].map((ink) => [ink, 'warning-wash']),
  ...['ink', 'success'].map((ink) => [ink, 'success-wash']),
  ['accent-ink', 'accent'],
  ['danger-ink', 'danger'],
  ['ink', 'accent-wash'],
];

it.each(readable)('%s reads on %s in both themes', (ink = '', paper = '') => {
  expect(ratio(ink, paper, 0)).toBeGreaterThanOrEqual(4.5);
  expect(ratio(ink, paper, 1)).toBeGreaterThanOrEqual(4.5);
});

it.each(papers)('the edge of a control stands out from %s', (paper) => {
  expect(ratio('rule-strong', paper, 0)).toBeGreaterThanOrEqual(3);
  expect(ratio('rule-strong', paper, 1)).toBeGreaterThanOrEqual(3);
});
