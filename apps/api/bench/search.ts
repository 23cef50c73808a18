// How long a search takes, by what is typed, on the catalog at DATABASE_URL:
//   npx -y pnpm@12 catalog generate --movies 100000 --persons 200000 --characters 1000000
//   node scripts/run.mjs apps/api/bench/search.ts
// It calls the procedure itself, so this is the server's share without HTTP.
import { openDatabase } from '@cinematheque/db/open';
import { sql } from 'kysely';
import { readSearch } from '../src/catalog/search.ts';
import { percentile } from './numbers.ts';
import { printTable } from './table.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('Set DATABASE_URL to a catalog, a large one.');
  process.exit(2);
}
const SEARCHES = 200;
/** p95 at most, in milliseconds. */
const GOAL = 100;

const db = await openDatabase({ url });

/** The same searches each time: a generator with a fixed seed. */
let state = 7;
const dice = (sides: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * sides);
};
const pick = (list: string[]) => list[dice(list.length)] ?? '';

const namesOf = (table: string, column: string) =>
  db.read<string[]>(sql`select json_agg(name) as j from (
    select ${sql.ref(column)} as name from ${sql.table(table)} tablesample system (5) repeatable (1) limit 3000) t`);
const names = [
  await namesOf('movies', 'title'),
  await namesOf('persons', 'name_folded'),
  await namesOf('characters', 'name'),
];
const name = () => pick(names[dice(3)] ?? []);
const word = () =>
  pick(
    name()
      .split(' ')
      .filter(({ length }) => length > 3),
  ) || 'lantern';

/** A letter left out, another one, or two in the wrong order. */
function mistyped(text: string): string {
  const at = 1 + dice(text.length - 2);
  const [before, here, after] = [text.slice(0, at), text[at], text.slice(at + 1)];
  return pick([before + after, `${before}x${after}`, `${before}${after[0] ?? ''}${here}${after.slice(1)}`]);
}

const kinds: Record<string, () => string> = {
  exact: name,
  prefix: () => word().slice(0, 1 + dice(4)),
  word,
  'words in another order': () => name().split(' ').toReversed().join(' '),
  misspelled: () => mistyped(word()),
};

const rows: string[][] = [];
for (const [kind, typed] of Object.entries(kinds)) {
  const times: number[] = [];
  for (let n = 0; n < SEARCHES; n += 1) {
    const q = typed();
    const start = performance.now();
    await readSearch(db, q, 8);
    times.push(performance.now() - start);
  }
  rows.push([kind, ...[0.5, 0.95, 1].map((part) => percentile(times, part).toFixed(1)), `${GOAL}`]);
}
printTable(['a search, in milliseconds', 'p50', 'p95', 'longest', 'goal for p95'], rows);
await db.close();
