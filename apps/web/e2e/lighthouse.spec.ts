import { expect } from '@playwright/test';
import { siteServer } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { audit } from './lighthouse.ts';

const port = Number(new URL(siteServer.address).port) + 2;

for (const path of ['/', '/movies', '/movies/1', '/people/1']) {
  test(`V24: Lighthouse finds ${path} accessible, well kept and fit to be found`, async () => {
    test.setTimeout(120_000);
    const { scores, failed } = await audit(`${siteServer.address}${path}`, port);
    expect.soft(scores.accessibility, failed.join(', ')).toBeGreaterThanOrEqual(95);
    expect.soft(scores['best-practices'], failed.join(', ')).toBeGreaterThanOrEqual(95);
    expect.soft(scores.seo, failed.join(', ')).toBeGreaterThanOrEqual(95);
  });
}
