import { defineConfig } from 'vitest/config';

const everywhere = '{packages,apps}/**';
const built = ['**/node_modules/**', '**/dist/**'];
const embedded = 'packages/db/src/embedded/**/*.test.ts';

/** Which tests there are is told by their names: `*.db.test.ts` needs a PostgreSQL, all others need nothing. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
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
        },
      },
      {
        // These start, kill and restart PostgreSQL servers of their own.
        test: { name: 'embedded', include: [embedded], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
