import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/movies',
  '/movies?genre=x&decade=1950',
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
  '/nowhere',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await (await browser.newContext({ colorScheme })).newPage();
    for (const path of pages) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
  });
}

test('nothing is wider than a small telephone', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  for (const path of pages) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});
