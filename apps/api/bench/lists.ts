import type { Fields } from '@cinematheque/shared/filter';
import { page } from '@cinematheque/shared/resource';
import { program } from 'commander';
import { z } from 'zod';
import { procedures } from '../src/procedures.ts';
import { startServer } from './child.ts';
import { end } from './cleanup.ts';
import { conditionsOf } from './conditions.ts';
import { median, percentile } from './numbers.ts';
import { administrator, signIn } from './sign-in.ts';
import { printTable } from './table.ts';
import { query } from './workload.ts';

/**
 * The console's lists on a large catalog: each order's first page and the page behind a row far down, each filter's
 * first page with its count, which is what a saved view asks for, and the overview with all that is missing.
 */

interface Options {
  dataDir: string;
  deep: number;
  times: number;
  only: string;
  filtersOnly: boolean;
}

program
  .name('bench/lists')
  .description(
    'Measures every list of the console in every order, on a catalog that "catalog generate" made.',
  )
  .requiredOption('--data-dir <folder>', 'the catalog’s DATA_DIR')
  .option('--deep <n>', 'the row behind which the deep page lies', Number, 250_000)
  .option('--filters-only', 'no orders and no deep pages', false)
  .option('--times <n>', 'requests for each figure', Number, 40)
  .option('--only <text>', 'only the lists with this text in their name', '');
const options = program.parse().opts<Options>();

const answer = z.object({ result: z.object({ data: page(z.unknown()) }) });
const ms = (value: number) => value.toFixed(1);

try {
  await measure(options);
} finally {
  await end();
}

async function measure({ dataDir, deep, times, only, filtersOnly }: Options): Promise<void> {
  const server = await startServer('../src/main.ts', {
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    SAMPLE_CATALOG: 'false',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  });
  const headers = { cookie: await signIn(server) };
  const fetched = async (path: string, input?: object) => {
    const response = await fetch(`${server}${query(path, input)}`, { headers });
    if (!response.ok) throw new Error(`${path} ${JSON.stringify(input)}: ${await response.text()}`);
    return response.json();
  };
  const ask = async (path: string, input: object) => answer.parse(await fetched(path, input)).result.data;
  const rows: string[][] = [];
  const measured = async (path: string, input: object | undefined, order: string, what: string) => {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      await fetched(path, input);
      took.push(performance.now() - began);
    }
    rows.push([path, order, what, ms(median(took)), ms(percentile(took, 0.95))]);
    console.log(rows.at(-1)?.join('  '));
  };
  if ('admin.dashboard.overview'.includes(only))
    await measured('admin.dashboard.overview', undefined, '', 'all');
  const lists = procedures.filter(
    ({ path, input }) => /^admin\.\w+\.list$/.test(path) && input instanceof z.ZodDefault,
  );
  for (const { path, input } of lists.filter(({ path }) => path.includes(only))) {
    for (const filter of conditionsOf(fieldsOf(input)))
      await measured(path, { filter }, '', `${filter.field} ${filter.op} ${filter.value ?? ''}`);
    for (const sort of filtersOnly ? [] : sortsOf(input)) {
      await measured(path, { sort: [sort] }, sort, 'first page');
      // An index is read both ways alike: going all the way down once is enough.
      if (sort.startsWith('-')) continue;
      const { cursor, seen } = await pageDown(path, sort, deep, ask);
      if (!cursor) continue;
      await measured(path, { sort: [sort], cursor }, sort, `behind row ${seen.toLocaleString('en')}`);
    }
  }
  printTable(['list', 'order', 'page', 'median ms', 'p95 ms'], rows);
  const slow = rows.filter((row) => Number(row[4]) >= 100);
  console.log(
    slow.length ? `${slow.length} of ${rows.length} figures are not below 100 ms.` : 'All are below 100 ms.',
  );
}

/** What a list takes, by name: all of it may be left out. */
function optionOf(input: unknown, name: 'sort' | 'filter') {
  const list = z.instanceof(z.ZodObject).parse(z.instanceof(z.ZodDefault).parse(input).unwrap());
  return z.instanceof(z.ZodOptional).parse(list.shape[name]).unwrap();
}

/** What a list is filtered by, as its schema says it of itself. */
function fieldsOf(input: unknown): Fields {
  return z
    .custom<Fields>((value) => typeof value === 'object' && value !== null)
    .parse(z.instanceof(z.ZodType).parse(optionOf(input, 'filter')).meta()?.fields);
}

/** The names of a list's orders, in both directions. */
function sortsOf(input: unknown): string[] {
  const sort = optionOf(input, 'sort');
  const name = z.instanceof(z.ZodArray).parse(sort).element;
  return z.instanceof(z.ZodEnum).parse(name).options.map(String);
}

/** The cursor behind a row, or behind as many as the list has. */
async function pageDown(
  path: string,
  sort: string,
  deep: number,
  ask: (path: string, input: object) => Promise<{ items: unknown[]; nextCursor: string | null }>,
) {
  let cursor: string | undefined;
  for (let seen = 0; ; ) {
    const { items, nextCursor } = await ask(path, { sort: [sort], cursor, limit: 100 });
    seen += items.length;
    if (!nextCursor || seen >= deep) return { cursor: nextCursor ?? cursor, seen };
    cursor = nextCursor;
  }
}
