import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from './test.ts';

const pages = [
  '/',
  '/movies',
  '/movies?genre=x&decade=1950&sort=title',
  '/movies?decade=1950&genre=1&genre=2&genre=3&genre=4&match=all',
  '/decades/1990',
  '/statistics',
  '/statistics/pairs',
  '/movies/1',
  '/people',
  '/people/1',
  '/directors',
  '/directors/1',
  '/genres',
  '/genres/1',
  '/countries',
  '/countries/1',
  '/characters/1',
  '/search?q=love',
  '/search?q=zzzzzzzz',
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/reset-password#token=none',
  '/verify-email#token=none',
  '/nowhere',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${colorScheme}`, async ({ browser }) => {
    // 25 pages, each read whole, while the console's tests have the other core.
    test.slow();
    // Nothing moves or fades while it is looked at.
    await using context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(path);
      expect(await barriers(page, { colorsOnly: colorScheme === 'dark' }), path).toEqual([]);
    }
  });
}

test('nothing is wider than a small telephone', async ({ browser }) => {
  await using context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});
