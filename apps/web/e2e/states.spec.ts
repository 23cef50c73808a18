import { expect } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';
import { newAccount } from './accounts.ts';
import { pressSlash } from './search-key.ts';
import { test } from './test.ts';

test('V25: a list that fails keeps the page, says so, and tries again', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await page.route('**/trpc/movies.list**', (route) => route.abort());
  await page
    .getByRole('region', { name: 'Filters' })
    .getByRole('link', { name: /^Western/ })
    .click();
  await expect(page.getByText('The films could not be loaded')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Films' })).toBeVisible();
  await page.unroute('**/trpc/movies.list**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('The films could not be loaded')).toBeHidden();
  await expect(page.locator('main li a[href^="/movies/"]').first()).toBeVisible();
});

test('V25: a page that fails on the way says so, and tries again', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await page.route('**/trpc/movies.get**', (route) => route.abort());
  await page.locator('main li a[href^="/movies/"]').first().click();
  await expect(page.getByText('This page could not be loaded')).toBeVisible();
  await page.unroute('**/trpc/movies.get**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Cast' })).toBeVisible();
});

test('V25: code that does not come takes nothing away from the page, and is asked for again', async ({
  page,
}) => {
  const asked: string[] = [];
  await page.route(/\/assets\/site-(header|footer)/, (route) => {
    asked.push(route.request().url());
    return asked.length > 2 ? route.continue() : route.abort();
  });
  await page.goto('/movies');
  await page.mouse.move(5, 5);
  await expect.poll(() => asked.length).toBe(2);
  await expect(page.getByRole('banner').getByRole('link', { name: 'People' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Films' })).toBeVisible();
  await expect.poll(() => asked.length).toBe(4);
  await page.getByRole('radio', { name: 'Dark' }).first().check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('V25: a heart that was pressed before its code had come counts as soon as it has, once', async ({
  page,
}) => {
  await newAccount(page);
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('/movies/12', { waitUntil: 'commit' });
  const heart = page.locator('main button[aria-pressed]').first();
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
  const kept = page.waitForResponse(/favorites\.add/);
  held.resolve();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await kept;
  await page.waitForLoadState('networkidle');
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
});

test('V25: without a network it says so, and what was seen still opens', async ({ page, context }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await page.locator('main li a[href^="/movies/"]').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Cast' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Films' })).toBeVisible();
  await page.getByRole('link', { name: 'Countries' }).first().click();
  await expect(page.getByText('This page could not be loaded')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline')).toBeHidden();
  // What failed is asked for again.
  await expect(page.getByRole('heading', { level: 1, name: 'Countries' })).toBeVisible();
});

test('V30: keys alone lead from the search to a favorite and out again', async ({ page }) => {
  await page.request.post('/trpc/account.signIn', { data: admin });
  await page.goto('/', { waitUntil: 'networkidle' });
  await pressSlash(page);
  await page.keyboard.type('citizen kane');
  await expect(page.getByRole('option').first()).toContainText('Citizen Kane');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Citizen Kane');
  const heart = page.locator('main button[aria-pressed]').first();
  const reach = async (what: typeof heart) => {
    for (let press = 0; press < 40; press++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The Tab key does not lead there');
  };
  await reach(heart);
  await page.keyboard.press('Space');
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
  await page.goto('/', { waitUntil: 'networkidle' });
  const menu = page.getByRole('banner').locator('button[popovertarget]');
  await reach(menu);
  await page.keyboard.press('Enter');
  await reach(page.getByRole('button', { name: 'Sign out' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
});
