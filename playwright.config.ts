import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { consoleServer, siteServer, tmdbFolder, tmdbServer } from './apps/api/e2e/server.ts';

// Chromium without windows, where there is one, as Playwright takes it by itself: the other one draws its own toolbars
// for every test.
const chromium =
  process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

const server = (catalog: string, { address, environment }: typeof siteServer, timeout: number) => ({
  command: `node apps/api/e2e/start.ts ${catalog}`,
  url: `${address}/readyz`,
  env: environment,
  timeout,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 } as const,
});

/** The tests of one server, one after the other: they share its catalog. Those of another one run meanwhile. */
const project = (name: string, testMatch: string, { address }: typeof siteServer) => ({
  ...{ name, testMatch, workers: 1, use: { baseURL: address } },
  testIgnore: name === 'tmdb' ? [] : '**/*.tmdb.spec.ts',
});

/**
 * A real browser on real servers: one with the sample catalog for the console's tests, another for the site's, and where
 * TMDB5000_DIR names the data set, a third with all of its films for the specs named `*.tmdb.spec.ts`.
 */
export default defineConfig({
  testDir: 'apps',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
    project('console', 'admin/e2e/*.spec.ts', consoleServer),
    project('site', 'web/e2e/*.spec.ts', siteServer),
    ...(tmdbFolder ? [project('tmdb', '*/e2e/*.tmdb.spec.ts', tmdbServer)] : []),
  ],
  webServer: [
    server('sample', consoleServer, 60_000),
    server('sample', siteServer, 60_000),
    ...(tmdbFolder ? [server('tmdb', tmdbServer, 240_000)] : []),
  ],
});
