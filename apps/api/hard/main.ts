// The slow and the rough: kills, full disks, frozen databases, floods. Prints a table; exit code 1 when a row failed.
// With ids (npx -y pnpm@12 test:hard R11 R21) only those. Takes some five minutes.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { database } from './database.ts';
import type { Experiment, Seen } from './experiment.ts';
import { load } from './load.ts';
import { people } from './people.ts';
import { endAll } from './server.ts';
import { stopping } from './stopping.ts';

/** An experiment that takes longer has failed. */
const PATIENCE = 150_000;

const wanted = process.argv.slice(2);
const experiments = [...stopping, ...database, ...load, ...people].filter(
  ({ id }) => !wanted.length || wanted.some((one) => id.split(', ').includes(one)),
);
if (!experiments.length) {
  console.error(`There is no experiment ${wanted.join(' ')}`);
  process.exit(2);
}

let failed = 0;
let left = 0;
console.log('| id | expected | seen | |\n| --- | --- | --- | --- |');
for (const experiment of experiments) {
  const result = await attempt(experiment);
  if (result && !result.ok) failed += 1;
  if (!result) left += 1;
  const verdict = result ? (result.ok ? 'ok' : 'FAILED') : 'left out';
  console.log(
    `| ${experiment.id} | ${experiment.expected} | ${result?.seen ?? 'cannot be tried on this machine'} | ${verdict} |`,
  );
}
console.log(`\n${experiments.length - failed - left} ok, ${failed} failed, ${left} left out`);
process.exit(failed ? 1 : 0);

async function attempt({ run }: Experiment): Promise<Seen | null> {
  const folder = await mkdtemp(join(tmpdir(), 'cinematheque-hard-'));
  // When root runs this, PostgreSQL runs under another account, which must be able to enter.
  await chmod(folder, 0o755);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<Seen>((resolve) => {
      timer = setTimeout(() => resolve({ seen: `no end after ${PATIENCE / 1000} s`, ok: false }), PATIENCE);
    });
    return await Promise.race([run(folder), late]);
  } catch (error) {
    return { seen: error instanceof Error ? error.message : String(error), ok: false };
  } finally {
    clearTimeout(timer);
    await endAll();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}
