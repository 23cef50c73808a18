import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { address, environment } from './apps/api/e2e/server.ts';

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A real browser on the real server: a fresh database of its own, with the sample catalog. */
export default defineConfig({
  testDir: 'apps',
  testMatch: '*/e2e/*.spec.ts',
  workers: 1,
  timeout: 60_000,
  outputDir: 'test-results',
  use: {
    baseURL: address,
    launchOptions: {
      executablePath: existsSync(chromium) ? chromium : undefined,
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
  webServer: {
    command: 'node apps/api/src/main.ts',
    url: `${address}/readyz`,
    env: environment,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
  },
});
