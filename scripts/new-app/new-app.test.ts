import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { output } from '../run-command.ts';
import { scratchCopy } from '../testing/scratch.ts';

/** The project as it stands, in which apps are made and thrown away, and its server on the sample catalog. */
let project = '';
let catalog = '';
const started: ChildProcess[] = [];

/** Starts a program and waits until it says that it listens. */
async function start(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
  ready: RegExp,
) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      if (ready.test(said)) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  project = await scratchCopy();
  const port = await freePort();
  catalog = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATA_DIR: join(project, '.data'), DATABASE_URL: '', LOG_LEVEL: 'warn' };
  await start('node', ['apps/api/src/main.ts'], project, env, /API {7}http/);
});

afterAll(async () => {
  for (const child of started) {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
  if (project) await rm(dirname(project), { recursive: true, force: true });
});

const makeApp = (...args: string[]) =>
  output('node', ['scripts/run.mjs', 'scripts/new-app/main.ts', ...args], project);

it('makes a site that type-checks, builds, and shows the films of the catalog through its own address', async () => {
  await makeApp('kiosk');
  const app = join(project, 'apps/kiosk');
  await output('tsc', ['--noEmit', '-p', '.'], app);
  await output('vite', ['build'], app);
  await output('biome', ['check', '--error-on-warnings', 'apps/kiosk'], project);

  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const args = ['--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  await start('vite', args, app, { CATALOG_URL: catalog, NO_COLOR: '1' }, /Local:/);
  const answer = await fetch(`${address}/trpc/movies.list`);
  expect(await answer.json()).toMatchObject({ result: { data: { items: expect.any(Array) } } });

  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath) && process.env.CI !== 'true') return;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByRole('searchbox', { name: 'Search films' }).fill('casablanca');
    await page.getByRole('link', { name: /Casablanca/ }).click();
    await page.getByText('Humphrey Bogart as Rick Blaine').waitFor();
  } finally {
    await browser.close();
  }
});

it('makes a script that type-checks and lists films', async () => {
  await makeApp('lister', '--template', 'node');
  const app = join(project, 'apps/lister');
  await output('tsc', ['--noEmit', '-p', '.'], app);
  process.env.CATALOG_URL = catalog;
  expect(await output('node', ['src/main.ts', 'casablanca'], app)).toBe(
    '1942  Casablanca  Michael Curtiz\n1 film\n',
  );
});

it.each([
  [['Bad Name'], 'cannot be a package'],
  [['web'], 'is there already'],
  [[], 'Use: '],
  [['kiosk2', '--template', 'cobol'], 'Use: '],
])('refuses %j in words', async (args, message) => {
  await expect(makeApp(...args)).rejects.toThrow(message);
});
