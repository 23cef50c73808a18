import { expect } from '@playwright/test';
import { pressSlash } from './search-key.ts';
import { test } from './test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search box finds', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: /^Search/ }).fill('godfather');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=godfather$/);
    await expect(page.getByRole('heading', { level: 2, name: 'Films' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'The Godfather', exact: true })).toBeVisible();
  });
});

test('a film leads to its people and from them to other films', async ({ page }) => {
  await page.goto('/movies/1');
  const facts = page.locator('main dl');
  await expect(facts.getByRole('link').first()).toBeVisible();
  expect(await page.locator('main').textContent()).not.toMatch(/\bnull\b|undefined|NaN/);
  await page.locator('main ol li a[href^="/people/"]').first().click();
  await expect(page).toHaveURL(/\/people\/\d+-/);
  await expect(page.getByRole('heading', { level: 2, name: 'Acting' })).toBeVisible();
});

test('whoever reads before the scripts are there stays where he is', async ({ page }) => {
  const released = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await released.promise;
    await route.continue();
  });
  await page.goto('/movies?sort=title', { waitUntil: 'commit' });
  const link = page.locator('main li a[href^="/movies/"]').nth(12);
  await link.scrollIntoViewIfNeeded();
  const place = () => page.evaluate(() => Math.round(scrollY));
  const before = await place();
  expect(before).toBeGreaterThan(200);
  released.resolve();
  // Once the scripts listen, a link that is pointed at has its page fetched.
  let listens = false;
  page.on('request', (request) => {
    listens ||= request.url().includes('/trpc/movies.get');
  });
  await expect(async () => {
    await page.mouse.move(0, 0);
    await link.hover();
    expect(listens).toBe(true);
  }).toPass();
  expect(await place()).toBe(before);
  await link.click();
  await expect(page).toHaveURL(/\/movies\/\d+-/);
  await expect.poll(place).toBe(0);
  await page.goBack();
  await expect(link).toBeFocused();
  expect(await place()).toBe(before);
});

test('a step within the site asks the API once', async ({ page }) => {
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/trpc/')) calls.push(new URL(request.url()).pathname);
  });
  await page.goto('/movies', { waitUntil: 'networkidle' });
  expect(calls).toEqual([]);
  await page.locator('main li a[href^="/movies/"]').first().click();
  await expect(page).toHaveURL(/\/movies\/\d+-/);
  await expect(page.getByRole('heading', { level: 2, name: 'Cast' })).toBeVisible();
  expect(calls.toSorted()).toEqual(['/trpc/movies.get', '/trpc/movies.related']);
});

test('a choice applies at once, and Back takes it back', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Show' })).toBeHidden();
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Oldest first' });
  await expect(page).toHaveURL(/\/movies\?sort=oldest$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/movies$/);
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('');
});

test('the key / leads to the search box', async ({ page }) => {
  await page.goto('/genres', { waitUntil: 'networkidle' });
  await pressSlash(page);
  await page.keyboard.type('kane');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=kane$/);
  await expect(page.getByRole('link', { name: 'Citizen Kane', exact: true })).toBeVisible();
});

test('nothing is asked of another host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== baseURL) foreign.push(request.url());
  });
  for (const path of ['/', '/movies/1', '/people', '/sign-in']) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  expect(foreign).toEqual([]);
});

test('the chosen theme stays', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  // Before its code is there: the press counts all the same.
  await page.getByRole('radio', { name: 'Dark' }).first().check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
