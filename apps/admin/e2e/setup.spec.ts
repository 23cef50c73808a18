import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from '../../api/e2e/test.ts';

// A server of its own, whose first start this is.
const main = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url));
let dataDir = '';
let server: ChildProcess;
let link = '';

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-setup-'));
  await chmod(dataDir, 0o755);
  server = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  link = await new Promise((resolve) => {
    server.stdout?.on('data', (chunk) => {
      output += chunk;
      const [, found] = output.match(/(http:\S+\/admin\/setup#token=\S+)\s/) ?? [];
      if (found) resolve(found);
    });
  });
});

test.afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  await rm(dataDir, { recursive: true, force: true });
});

test('the first administrator sets the catalog up by the printed link', async ({ page }) => {
  await page.goto(link.replace(/#.*/, ''));
  await expect(page.getByText('This address is not whole')).toBeVisible();

  await page.goto(link);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Set up your catalog' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: test.info().outputPath(`setup-${width}-${colorScheme}.png`) });
    }
  }

  await page.getByLabel('Name of the catalog').fill('Ada’s films');
  await page.getByLabel('Your e-mail address').fill('ada@example');
  await page.getByLabel('Your password').fill('short');
  await page.getByRole('button', { name: 'Open the catalog' }).click();
  await expect(page.getByText('At least 8 characters', { exact: true })).toBeVisible();

  await page.getByLabel('Your e-mail address').fill('ada@example.org');
  await page.getByLabel('Your password').fill('a password of her own');
  await page.getByLabel('Start empty').check();
  await page.getByRole('button', { name: 'Open the catalog' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Set up your catalog');

  await page.goto(new URL('/', link).href);
  await expect(page).toHaveTitle(/Ada’s films/);
  await expect(page.getByRole('banner').getByText('Ada’s films')).toBeVisible();

  await page.goto(link);
  await page.reload();
  await page.getByLabel('Your e-mail address').fill('eve@example.org');
  await page.getByLabel('Your password').fill('a password of another');
  await page.getByRole('button', { name: 'Open the catalog' }).click();
  await expect(page.getByText('This link is not valid (any more)')).toBeVisible();
});
