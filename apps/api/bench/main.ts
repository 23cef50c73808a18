import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, program } from 'commander';
import { fromCaller } from '../src/cli/paths.ts';
import { measureImport, measureMemory } from './bulk.ts';
import { prepareCatalog } from './catalog.ts';
import { measureChangeLog } from './change-log.ts';
import { startServer } from './child.ts';
import { end, isEnding } from './cleanup.ts';
import { measureConsoleLists } from './console-lists.ts';
import { measureGrowth, printGrowth } from './growth/growth.ts';
import { plotGrowth } from './growth/plot.ts';
import { measureLayers } from './layers.ts';
import { range, ratio } from './numbers.ts';
import { startOurs } from './our-server.ts';
import { readWorkloads } from './reads.ts';
import { measureRendering } from './rendering.ts';
import { type Comparison, compare, type Schedule } from './rounds.ts';
import { compareAnswers } from './same-answers.ts';
import { signIn } from './sign-in.ts';
import { siteWorkload } from './site.ts';
import { printTable } from './table.ts';
import { writeWorkloads } from './writes.ts';

interface Options extends Schedule {
  only: string;
  plot: string | boolean | undefined;
  dataDir: string | undefined;
  upTo: number;
}

const atLeast = (least: number) => (text: string) => {
  const value = Number(text);
  if (value >= least) return value;
  throw new InvalidArgumentError(`It must be a number from ${least} on.`);
};

program
  .name('bench')
  .description('Measures the server beside two yardsticks and prints ratios (docs/performance.md).')
  .option('--rounds <n>', 'how often each server is measured', atLeast(1), 3)
  .option('--seconds <n>', 'how long each time', atLeast(0.1), 1)
  .option('--only <text>', 'only what has this text in its name', '')
  .option(
    '--plot [file]',
    'instead: how reads grow with the catalog, up to 1,000,000 films, and an SVG of it',
  )
  .option('--data-dir <folder>', 'with --plot: where its catalogs are kept for the next time')
  .option('--up-to <films>', 'with --plot: no catalog larger than this', atLeast(5_000), 1_000_000);
const options = program.parse().opts<Options>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end().then(() => process.exit(130)));
}
try {
  await bench(options);
} catch (error) {
  if (!isEnding()) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} finally {
  await end();
}

async function bench({ only, plot, dataDir, upTo, ...schedule }: Options): Promise<void> {
  const began = performance.now();
  const chosen = (name: string) => name.toLowerCase().includes(only.toLowerCase());
  if (plot) {
    const growth = await measureGrowth({
      ...schedule,
      chosen,
      upTo,
      dataDir: dataDir && fromCaller(dataDir),
    });
    printGrowth(growth);
    const file =
      plot === true ? fileURLToPath(new URL('../../../docs/growth.svg', import.meta.url)) : fromCaller(plot);
    await writeFile(file, plotGrowth(growth));
    console.log(`${file} shows it. ${conditions(schedule, began)}`);
    return;
  }
  const tmdb = process.env.TMDB5000_DIR;
  console.log(tmdb ? `Importing the films of ${tmdb}` : 'TMDB5000_DIR is not set: generating 5,000 films');
  const catalog = await prepareCatalog(tmdb);
  const l0 = { url: await startServer('servers/l0.ts'), each: [{ path: '/constant' }] };
  const l1 = await startServer('servers/l1.ts', { DATABASE_URL: catalog.url });
  const ours = await startOurs(catalog);
  const keepsNothing = await startOurs(catalog, { CACHE_MB: '0' });

  const site = await siteWorkload(catalog, { ours, keepsNothing }, l1);
  if (!site)
    console.log('Left out: the film page, because the site is not built (npx -y pnpm@12 start builds it).');
  const workloads = [
    ...(await readWorkloads(catalog, { ours, keepsNothing }, l1)),
    ...(site ? [site] : []),
    ...(await writeWorkloads(catalog, ours, l1, await signIn(ours))),
  ].filter(({ name }) => chosen(name));
  for (const workload of workloads) await compareAnswers(workload);
  console.log('Our server and L1 answer the reads alike.');

  const found: Comparison[] = [];
  const failed: string[] = [];
  for (const workload of workloads) {
    console.log(`Measuring ${workload.name}`);
    try {
      found.push(await compare(workload, l0, catalog, schedule));
    } catch (error) {
      // The figures of the others stand.
      failed.push(`${workload.name}: ${error instanceof Error ? error.message : error}`);
    }
    if (isEnding()) return;
    await workload.tidy?.();
  }
  if (found.length) print(found);
  if (site && chosen('rendering')) await measureRendering(site, schedule);
  if (chosen("the console's lists"))
    await measureConsoleLists(keepsNothing, await signIn(keepsNothing), schedule);
  if (chosen('import') && tmdb) await measureImport(catalog, tmdb, schedule.rounds);
  if (chosen('memory')) await measureMemory(catalog, tmdb);
  if (chosen('change log')) await measureChangeLog(catalog, schedule.rounds);
  if (chosen('layers')) await measureLayers(l0, await startServer('servers/layers.ts'), schedule);
  console.log(`${conditions(schedule, began)} Read differences within L1's own spread as none.`);
  if (failed.length) throw new Error(`Not measured:\n${failed.join('\n')}`);
}

/** How it was measured. */
function conditions({ rounds, seconds }: Schedule, began: number): string {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  return (
    `${rounds} rounds of ${seconds} s, 32 connections, ${availableParallelism()} cores, ` +
    `Node ${process.versions.node}; ${minutes} minutes.`
  );
}

/** With the goals of docs/performance.md beside the figures. */
function print(comparisons: Comparison[]): void {
  const reads = comparisons.filter(({ keptToL0 }) => !Number.isNaN(keptToL0));
  const writes = comparisons.filter((comparison) => !reads.includes(comparison));
  if (reads.length) {
    printTable(
      [
        'reads (requests per second)',
        'made/s',
        'made/L1 (0.8)',
        'its p99 (1.3)',
        'kept/L0 (0.5)',
        'kept/made',
        'L1/L0',
        'L1 to itself',
      ],
      reads.map(({ name, ours, oursToL1, p99, keptToL0, keptToOurs, l1ToL0, spread }) => [
        name,
        ...[ours, oursToL1, p99, keptToL0, keptToOurs, l1ToL0].map(ratio),
        range(spread),
      ]),
    );
  }
  if (writes.length) {
    printTable(
      ['writes (requests per second)', 'ours/s', 'ours/L1 (0.5)', 'its p99', 'L1 to itself'],
      writes.map(({ name, ours, oursToL1, p99, spread }) => [
        name,
        ...[ours, oursToL1, p99].map(ratio),
        range(spread),
      ]),
    );
  }
}
