// Prints what Lighthouse thinks of the site, the median of five runs of each page: npx -y pnpm@12 lighthouse [address].
// Without an address it looks at a server of its own, with the sample catalog.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Audit, audit } from '../apps/web/e2e/lighthouse.ts';
import { buildAll } from './build.ts';
import { root } from './run-command.ts';

const pages = ['/', '/movies', '/movies/1', '/people/1'];
const runs = Number(process.env.RUNS ?? 5);
const port = Number(process.env.PORT ?? 4176);

const [given] = process.argv.slice(2);
const own = given ? null : await startServer();
const address = given ?? `http://127.0.0.1:${port}`;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const path of pages) {
    const audits: Audit[] = [];
    // Where links lead: with the title in the address, so that no redirect is measured.
    const { url } = await fetch(`${address}${path}`);
    for (let run = 0; run < runs; run++) audits.push(await audit(url, port + 1));
    const of = (value: (one: Audit) => number) => median(audits.map(value));
    rows[path] = {
      performance: of(({ scores }) => scores.performance),
      accessibility: of(({ scores }) => scores.accessibility),
      'best practices': of((one) => one.scores['best-practices']),
      SEO: of(({ scores }) => scores.seo),
      'LCP in s (goal 1.8)': (of(({ largestPaint }) => largestPaint) / 1000).toFixed(2),
      'CLS (goal 0.05)': of(({ moved }) => moved).toFixed(3),
      'lost points': [...new Set(audits.flatMap(({ failed }) => failed))].join(', '),
    };
  }
  console.table(rows);
} finally {
  await own?.();
}

async function startServer(): Promise<() => Promise<void>> {
  await buildAll();
  const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-lighthouse-'));
  const server = spawn(process.execPath, ['apps/api/src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // The server prints its addresses when it is ready.
  await once(server.stdout, 'data');
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(dataDir, { recursive: true });
  };
}
