import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { pressSlash } from './search-key.ts';
import { test } from './test.ts';

test('V2: the whole data set is on the shelves, and each count leads to as many films', async ({ page }) => {
  await page.goto('/movies?sort=title', { waitUntil: 'networkidle' });
  await expect(page.locator('main [role=status]')).toHaveText('4,803 films');
  const western = page.getByRole('region', { name: 'Filters' }).getByRole('link', { name: /^Western/ });
  const count = (await western.textContent())?.match(/([\d,]+) films/)?.[1] ?? '';
  await western.click();
  await expect(page.locator('main [role=status]')).toHaveText(`${count} films`);
});

for (const [typed, found] of [
  ['godfahter', 'The Godfather'],
  ['amelie', 'Amélie'],
  ['Jackson Samuel', 'Samuel L. Jackson'],
  ['ripley', 'Ripley'],
] as const) {
  test(`V6: "${typed}" finds ${found} while typing`, async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' });
    await pressSlash(page);
    await page.keyboard.type(typed);
    await expect(page.getByRole('option').filter({ hasText: found }).first()).toBeVisible();
  });
}

test('V8: Ripley has her films and who played her', async ({ page }) => {
  await page.goto('/search?q=ellen+ripley');
  const characters = page.getByRole('region', { name: 'Characters' });
  await expect(characters).toContainText('Sigourney Weaver');
  await expect(characters).toContainText('Alien');
});

test('V5: Back is where one was, far down in the whole list', async ({ page }) => {
  await page.goto('/movies?sort=title&pages=6', { waitUntil: 'networkidle' });
  const card = page.locator('main li a[href^="/movies/"]').nth(139);
  await card.scrollIntoViewIfNeeded();
  const before = await card.boundingBox();
  await card.click();
  await expect(page.getByRole('heading', { level: 2, name: 'Cast' })).toBeVisible();
  await page.goBack();
  await expect(card).toBeFocused();
  expect(Math.abs(((await card.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
});

test('V29: sums go past two thousand million', async ({ page }) => {
  await page.goto('/statistics/actors');
  const first = (await page.locator('main ol > li').first().textContent()) ?? '';
  expect(Number(first.match(/\$([\d,]+)/)?.[1]?.replaceAll(',', ''))).toBeGreaterThan(2 ** 31);
});

test('V30: nothing stands in the way on pages with much on them', async ({ page }) => {
  for (const path of ['/', '/movies?sort=title', '/statistics', '/search?q=john', '/people']) {
    await page.goto(path);
    expect(await barriers(page), path).toEqual([]);
  }
});
