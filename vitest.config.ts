import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const everywhere = '{packages,apps}/**';
const built = ['**/node_modules/**', '**/dist/**'];
const embedded = 'packages/db/src/embedded/**/*.test.ts';

/** Which tests there are is told by their names: `*.db.test.ts` needs a PostgreSQL, all others need nothing. */
export default defineConfig({
  test: {
    // By itself Vitest leaves one core to others: of two, half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What passes the second time only is named as flaky: a defect to mend, but none of the product.
    retry: process.env.CI ? 1 : 0,
    reporters: ['default', './scripts/testing/flaky-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // A machine that is busy with other suites is no reason to fail.
          testTimeout: 30_000,
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: [...built, `${everywhere}/*.db.test.ts`, embedded],
        },
      },
      {
        // Vite always resolves for development, in which the server would serve the site through a Vite of its own.
        resolve: { alias: { '#open-site': `${import.meta.dirname}/apps/api/src/site/built.ts` } },
        test: {
          name: 'integration',
          include: [`${everywhere}/*.db.test.ts`],
          exclude: built,
          globalSetup: 'packages/db/src/testing/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Every file has a database of its own; the modules of the server are loaded once in a worker, which halves
          // the time.
          isolate: false,
        },
      },
      {
        // These use the project as somebody outside it does: they install, build and start.
        test: {
          name: 'outside',
          include: ['scripts/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        // These start, kill and restart PostgreSQL servers of their own.
        test: { name: 'embedded', include: [embedded], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
