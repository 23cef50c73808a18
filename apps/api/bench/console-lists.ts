import { load, type Requests } from './load.ts';
import { median, range, ratio } from './numbers.ts';
import type { Schedule } from './rounds.ts';
import { printTable } from './table.ts';
import { query } from './workload.ts';

/** The console's lists beside the public ones of the same records, each made anew, 24 rows. */
export async function measureConsoleLists(
  url: string,
  cookie: string,
  { rounds, seconds }: Schedule,
): Promise<void> {
  const asked = (procedure: string, headers?: { cookie: string }): Requests => ({
    ...{ url, headers },
    each: [{ path: query(procedure, { limit: 24 }) }],
  });
  const rows: string[][] = [];
  for (const name of ['movies', 'persons', 'directors', 'characters']) {
    const [open, edited] = [asked(`${name}.list`), asked(`admin.${name}.list`, { cookie })];
    await load(open, seconds / 2);
    await load(edited, seconds / 2);
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = (await load(open, seconds)).p50;
      const { p50 } = await load(edited, seconds);
      ratios.push((2 * p50) / (before + (await load(open, seconds)).p50));
    }
    rows.push([`admin.${name}.list`, ratio(median(ratios)), range(ratios)]);
  }
  printTable(["the console's lists", 'time to that of the public list (2)', 'range'], rows);
}
