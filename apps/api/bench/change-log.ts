import type { Catalog } from './catalog.ts';
import { median, range, ratio } from './numbers.ts';
import { printTable } from './table.ts';

const ROWS = 100_000;

const insert = `insert into characters (name, movie_id, person_id, position)
  select 'Character ' || n, movie_id, person_id, n
  from movie_persons, generate_series(1, 100) n limit ${ROWS}`;

/** What the change log adds to a set-based insert of many characters: with its trigger and without, in turn. */
export async function measureChangeLog(catalog: Catalog, rounds: number): Promise<void> {
  await seconds(catalog, 'enable');
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 ? 'enable' : 'disable';
    const times = { enable: 0, disable: 0 };
    times[first] = await seconds(catalog, first);
    const second = round % 2 ? 'disable' : 'enable';
    times[second] = await seconds(catalog, second);
    ratios.push(times.enable / times.disable);
  }
  printTable(
    [`insert of ${ROWS.toLocaleString('en')} characters`, 'time', 'range'],
    [['with the change log, to without', ratio(median(ratios)), range(ratios)]],
  );
}

/** The time of one insert, which is then taken back. */
async function seconds(catalog: Catalog, trigger: 'enable' | 'disable'): Promise<number> {
  await catalog.query('begin');
  await catalog.query(`alter table characters ${trigger} trigger log_insert`);
  const began = performance.now();
  await catalog.query(insert);
  const took = (performance.now() - began) / 1000;
  await catalog.query('rollback');
  await catalog.query('vacuum characters, change_entries');
  return took;
}
