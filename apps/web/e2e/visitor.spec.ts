import { expect } from '@playwright/test';
import { test } from './test.ts';

test('the films are in the page itself, for whoever has no JavaScript', async ({ browser }) => {
  await using context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/movies?sort=oldest');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.locator('main a[href^="/movies/"]').first().click();
  await expect(page).toHaveURL(/\/movies\/\d+-/);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
});

test('a page that comes from the server asks for nothing again, and breaks no policy', async ({ page }) => {
  const calls: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/trpc/')) calls.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const path of ['/', '/movies', '/people', '/directors', '/genres', '/countries', '/search?q=god']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('main')).toBeVisible();
  }
  expect(calls).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what is not there is 404, and a wrong name leads to the right one', async ({ request }) => {
  for (const path of ['/movies/999999-x', '/movies/abc', '/people/0', '/nowhere']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
  const moved = await request.get('/movies/1-wrong-name', { maxRedirects: 0 });
  expect(moved.status()).toBe(301);
});

test('a visitor signs up, keeps a film, and finds it after signing in again', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Username').fill('wanda');
  await page.getByLabel('E-mail').fill('wanda@example.org');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.locator('main form button[type=submit]').click();
  await expect(page).not.toHaveURL(/sign-up/);
  await page.goto('/movies/5');
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.waitForLoadState('networkidle');
  const heart = page.locator('main button[aria-pressed]').first();
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await page.waitForLoadState('networkidle');

  await page.context().clearCookies();
  await page.goto('/sign-in?next=/favorites');
  await page.locator('main input').first().fill('wanda');
  await page.locator('main input[type=password]').fill('a long enough password');
  await page.locator('main form button[type=submit]').click();
  await expect(page).toHaveURL(/\/favorites$/);
  await expect(page.locator('main')).toContainText(title);
});
