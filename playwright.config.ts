import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { sample, tmdb, tmdbFolder } from './apps/api/e2e/server.ts';

// Chromium without windows, where there is one, as Playwright takes it by itself: the other one draws its own toolbars
// for every test.
const chromium =
  process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

const server = (catalog: string, { address, environment }: typeof sample, timeout: number) => ({
  command: `node apps/api/e2e/start.ts ${catalog}`,
  url: `${address}/readyz`,
  env: environment,
  timeout,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 } as const,
});

/**
 * A real browser on the real server: a fresh database with the sample catalog, and where TMDB5000_DIR names the data
 * set, a second one with all of its films for the specs named `*.tmdb.spec.ts`.
 */
export default defineConfig({
  testDir: 'apps',
  workers: 1,
  timeout: 60_000,
  // What passes the second time only is named as flaky in the last lines: a defect to mend, but none of the product.
  retries: process.env.CI ? 1 : 0,
  outputDir: 'test-results',
  use: {
    launchOptions: {
      executablePath: chromium,
      // Nothing of the browser's own leaves the machine.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'sample',
      testMatch: '*/e2e/*.spec.ts',
      testIgnore: '**/*.tmdb.spec.ts',
      use: { baseURL: sample.address },
    },
    ...(tmdbFolder
      ? [{ name: 'tmdb', testMatch: '*/e2e/*.tmdb.spec.ts', use: { baseURL: tmdb.address } }]
      : []),
  ],
  webServer: [server('sample', sample, 60_000), ...(tmdbFolder ? [server('tmdb', tmdb, 240_000)] : [])],
});
