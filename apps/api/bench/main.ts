import { availableParallelism } from 'node:os';
import { InvalidArgumentError, program } from 'commander';
import { prepareCatalog } from './catalog.ts';
import { measureChangeLog } from './change-log.ts';
import { startServer } from './child.ts';
import { end, isEnding } from './cleanup.ts';
import { measureLayers } from './layers.ts';
import { range, ratio } from './numbers.ts';
import { readWorkloads } from './reads.ts';
import { type Comparison, compare, type Schedule } from './rounds.ts';
import { compareAnswers } from './same-answers.ts';
import { administrator, signIn } from './sign-in.ts';
import { siteWorkload } from './site.ts';
import { printTable } from './table.ts';
import { writeWorkloads } from './writes.ts';

interface Options extends Schedule {
  only: string;
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
  .option('--only <text>', 'only what has this text in its name', '');
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

async function bench({ only, ...schedule }: Options): Promise<void> {
  const began = performance.now();
  const chosen = (name: string) => name.toLowerCase().includes(only.toLowerCase());
  const tmdb = process.env.TMDB5000_DIR;
  console.log(tmdb ? `Importing the films of ${tmdb}` : 'TMDB5000_DIR is not set: generating 5,000 films');
  const catalog = await prepareCatalog(tmdb);
  const l0 = { url: await startServer('servers/l0.ts'), each: [{ path: '/constant' }] };
  const l1 = await startServer('servers/l1.ts', { DATABASE_URL: catalog.url });
  const ours = await startServer('../src/main.ts', {
    DATABASE_URL: catalog.url,
    DATA_DIR: catalog.dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    SAMPLE_CATALOG: 'false',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  });

  const site = await siteWorkload(catalog, ours, l1);
  if (!site)
    console.log('Left out: the film page, because the site is not built (npx -y pnpm@12 start builds it).');
  const workloads = [
    ...(await readWorkloads(catalog, ours, l1)),
    ...(site ? [site] : []),
    ...(await writeWorkloads(catalog, ours, l1, await signIn(ours))),
  ].filter(({ name }) => chosen(name));
  for (const workload of workloads) await compareAnswers(workload);
  console.log('Our server and L1 answer the reads alike.');

  const found: Comparison[] = [];
  for (const workload of workloads) {
    console.log(`Measuring ${workload.name}`);
    found.push(await compare(workload, l0, catalog, schedule));
    await workload.tidy?.();
  }
  if (found.length) print(found);
  if (chosen('change log')) await measureChangeLog(catalog, schedule.rounds);
  if (chosen('layers')) await measureLayers(l0, await startServer('servers/layers.ts'), schedule);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `${schedule.rounds} rounds of ${schedule.seconds} s, 32 connections, ${availableParallelism()} cores, ` +
      `Node ${process.versions.node}; ${minutes} minutes. Read differences within L1's own spread as none.`,
  );
}

function print(comparisons: Comparison[]): void {
  printTable(
    ['requests per second', 'ours/L1', 'L1/L0', 'ours/L0', 'p99 ours/L1', 'L1 to itself'],
    comparisons.map(({ name, oursToL1, l1ToL0, oursToL0, p99, spread }) => [
      name,
      ...[oursToL1, l1ToL0, oursToL0, p99].map(ratio),
      range(spread),
    ]),
  );
}
