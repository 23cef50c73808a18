import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from '../../api/e2e/test.ts';
import { addressOf, signIn, titleOf, titles } from './console.ts';

test.beforeEach(async ({ page }) => signIn(page));

test('E9: shows films as posters that the keyboard moves through', async ({ page }) => {
  await page.goto('/admin/movies');
  await page.getByRole('button', { name: 'Pictures' }).click();
  const cards = page.locator('[data-card] a');
  await cards.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cards.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(cards.nth(1)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.getByText('1 film selected')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  const title = await titleOf(page, 1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('E10: looks at a row beside the list, and moves, selects and opens rows by single keys', async ({
  page,
}) => {
  await page.goto('/admin/movies?q=the');
  await expect(titles(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(titles(page).nth(0)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('1 film selected')).toBeVisible();
  await page.keyboard.press(' ');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(await titleOf(page, 0));
  await expect(drawer.getByText('Cast', { exact: true }).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('j');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(await titleOf(page, 1));
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await titles(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/movies\/\d+/);
});

test('the page of a list ends where the list ends', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/admin/movies');
  await expect(page.getByRole('link', { name: 'Next' })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);
});

test('the list of films is usable at 390 px, in the dark', async ({ browser }) => {
  await using context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(addressOf({ field: 'posterFileId', op: 'empty' }));
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Filter', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await barriers(page)).toEqual([]);
});
