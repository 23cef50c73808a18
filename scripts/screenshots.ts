// Makes the README's pictures: node scripts/run.mjs scripts/screenshots.ts. A server of its own with the sample
// catalog, Chromium, and a picture of each page in the theme that it is shown in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildAll } from './build.ts';
import { root } from './run-command.ts';

const pictures = [
  { name: 'movies-light', path: '/movies', colorScheme: 'light' },
  { name: 'movie-dark', path: '/movies/120', colorScheme: 'dark' },
  { name: 'console-movie-light', path: '/admin/movies/120', colorScheme: 'light' },
  { name: 'console-list-dark', path: '/admin/movies', colorScheme: 'dark' },
] as const;

const port = 4174;
const address = `http://127.0.0.1:${port}`;
const admin = { email: 'admin@example.org', password: 'only for the pictures' };
const folder = join(root, 'docs/screenshots');

await buildAll();
await mkdir(folder, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-pictures-'));
const server = spawn(process.execPath, ['apps/api/src/main.ts'], {
  cwd: root,
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    LOG_LEVEL: 'warn',
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
  for (const { name, path, colorScheme } of pictures) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 860 } });
    if (path.startsWith('/admin')) await page.request.post(`${address}/trpc/account.signIn`, { data: admin });
    await page.goto(address + path, { waitUntil: 'networkidle' });
    // What a form refers to comes by name a moment after the form.
    await page.waitForTimeout(3_000);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/screenshots/${name}.png`);
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(dataDir, { recursive: true });
}
