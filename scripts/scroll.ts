// Scrolls and pages through the console's list of films in Chromium, and prints its longest tasks and the size of its
// DOM: node scripts/run.mjs scripts/scroll.ts <DATA_DIR>, of a large catalog ("catalog generate").
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from '@playwright/test';
import { buildAll } from './build.ts';
import { root } from './run-command.ts';

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('Name the DATA_DIR of a large catalog');
const port = 4177;
const address = `http://127.0.0.1:${port}`;
const admin = { email: 'bench@example.org', password: 'bench-bench-bench' };
const PAGES = 10;

await buildAll();
const server = spawn(process.execPath, ['apps/api/src/main.ts'], {
  cwd: root,
  env: {
    ...{ PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, SAMPLE_CATALOG: 'false' },
    ...{ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password, LOG_LEVEL: 'warn' },
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
// The server prints its addresses when it is ready.
await once(server.stdout, 'data');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const answer = await page.request.post(`${address}/trpc/account.signIn`, { data: admin });
  if (!answer.ok()) throw new Error(`Signing in failed: ${await answer.text()}`);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) performance.mark(`long task ${duration}`);
    }).observe({ type: 'longtask', buffered: true });
  });
  const rows: Record<string, Record<string, number | string>> = {};
  const look = async (what: string) => {
    rows[what] = await seen(page);
  };
  await page.goto(`${address}/admin/movies`, { waitUntil: 'networkidle' });
  await page.locator('#main tr[data-row]').first().waitFor();
  await look('opening');
  for (let shown = 0; shown < PAGES; shown += 1) {
    await page.mouse.move(640, 500);
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, turn < 30 ? 160 : -480);
      await page.waitForTimeout(30);
    }
    await look(`page ${shown + 1}, scrolled`);
    const first = page.locator('#main tr[data-row]').first();
    const before = await first.getAttribute('data-row');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForFunction(
      (row) => document.querySelector('#main tr[data-row]')?.getAttribute('data-row') !== row,
      before,
    );
    await page.waitForTimeout(500);
    await look(`page ${shown + 2}, drawn`);
  }
  console.log(await page.locator('#main').getByText(/films/i).first().textContent());
  console.table(rows);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** The tasks above 50 ms since the last look, and the elements that there are. */
function seen(page: Page) {
  return page.evaluate(() => {
    const tasks = performance
      .getEntriesByType('mark')
      .map(({ name }) => Number(name.match(/^long task (.*)/)?.[1] ?? 0))
      .filter(Boolean);
    performance.clearMarks();
    return {
      'tasks above 50 ms': tasks.length,
      'longest, ms': Math.max(0, ...tasks),
      elements: document.querySelectorAll('*').length,
    };
  });
}
