import { test as base } from '@playwright/test';
import { controlOf } from './server.ts';

/** A test that is tried again begins on a catalog as new: whatever its first try has left would fail it by itself. */
export const test = base.extend<{ asNew: undefined }>({
  asNew: [
    async ({ baseURL }, use, { retry }) => {
      if (retry && baseURL) await fetch(controlOf(baseURL), { method: 'POST' });
      await use(undefined);
    },
    { auto: true, timeout: 240_000 },
  ],
});
