import { expect, it } from 'vitest';
import { Report } from './report.ts';

it('counts by kind, keeps the first three examples and an order of its own', () => {
  const report = new Report();
  for (const film of ['One', 'Two', 'Three', 'Four']) report.note('zeroBudget', film);
  report.note('noDate', 'Five');
  expect(report.entries()).toEqual([
    { kind: 'noDate', what: 'no release date', done: 'left empty', count: 1, examples: ['Five'] },
    {
      kind: 'zeroBudget',
      what: 'budget 0',
      done: 'unknown: left empty',
      count: 4,
      examples: ['One', 'Two', 'Three'],
    },
  ]);
});
