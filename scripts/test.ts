// Everything: format, lint, boundaries, types, builds, then every test, and last a line that counts them.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from './run-command.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = await mkdtemp(join(tmpdir(), 'cinematheque-tests-'));
const notices: string[] = [];
/** What each file with tests took. */
const seconds = new Map<string, number>();
let ok = true;
const step = async (title: string, work: () => Promise<boolean>) => {
  const began = performance.now();
  const passed = await work();
  ok &&= passed;
  console.log(
    `${passed ? 'ok    ' : 'FAILED'}  ${title}  ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
};

await step('lint, boundaries, types, builds', () =>
  run('turbo', ['run', 'lint', 'types', 'build', '--output-logs=errors-only']),
);
const vitestReport = join(reports, 'vitest.json');
await step('unit and integration tests', () =>
  run('vitest', [
    ...['run', '--reporter=dot', '--reporter=./scripts/testing/flaky-reporter.ts'],
    ...['--reporter=json', `--outputFile.json=${vitestReport}`],
  ]),
);
const counted = [await vitestCounts(vitestReport)];

const browser = ['/usr/bin/chromium', '/usr/bin/google-chrome', process.env.CHROMIUM_PATH ?? ''].some(
  existsSync,
);
if (browser || process.env.CI === 'true') {
  const report = join(reports, 'browser.json');
  await step('browser tests', () =>
    run('playwright', ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  );
  counted.push(await playwrightCounts(report));
} else {
  notices.push(
    'Left out: the browser tests. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  );
}
if (!process.env.TMDB5000_DIR) {
  notices.push(
    'Left out: the import of the whole TMDB 5000 data set, and the browser tests on it. Set TMDB5000_DIR to the folder that holds it.',
  );
}
await rm(reports, { recursive: true });

for (const notice of notices) console.log(notice);
const slowest = [...seconds].sort(([, a], [, b]) => b - a).slice(0, 12);
console.log('The slowest files, in seconds:');
for (const [file, took] of slowest) console.log(`${took.toFixed(0).padStart(6)}  ${file}`);
const sum = (key: keyof Counts) => counted.reduce((total, counts) => total + counts[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = ok ? 0 : 1;

async function vitestCounts(file: string): Promise<Counts> {
  const report = await readReport(file);
  for (const { name, startTime, endTime } of report.testResults ?? []) {
    seconds.set(relative(process.cwd(), name), (endTime - startTime) / 1000);
  }
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 1,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

async function playwrightCounts(file: string): Promise<Counts> {
  const { stats, suites = [] } = await readReport(file);
  for (const suite of suites) {
    const results = testsOf(suite).flatMap(({ results }) => results);
    seconds.set(`apps/${suite.file}`, results.reduce((sum, { duration }) => sum + duration, 0) / 1000);
  }
  if (stats?.flaky) {
    notices.push(
      `Flaky, to be mended: ${stats.flaky} browser tests passed at the second try only (see above).`,
    );
  }
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 1,
    skipped: stats?.skipped ?? 0,
  };
}

/** A file of Playwright's report, or a part of it. */
interface Suite {
  file: string;
  specs: { tests: { results: { duration: number }[] }[] }[];
  suites?: Suite[];
}

function testsOf({ specs, suites = [] }: Suite): Suite['specs'][number]['tests'] {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)];
}

/** The counts in a runner's report; none when it ended before writing one. */
async function readReport(file: string): Promise<{
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: { name: string; startTime: number; endTime: number }[];
  suites?: Suite[];
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}> {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}
