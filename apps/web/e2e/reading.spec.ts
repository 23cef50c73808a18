import { expect, type Page, test } from '@playwright/test';

/** The films that a list shows, by their titles. */
const titles = (page: Page) => page.locator('main li a[href^="/movies/"] span:last-child').allTextContents();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('films are filtered and sorted by a form', async ({ page }) => {
    await page.goto('/movies');
    const all = await titles(page);
    expect(all.length).toBe(24);
    await page.getByLabel('Genre').selectOption({ label: 'Western' });
    await page.getByLabel('Order').selectOption({ label: 'Oldest first' });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/\/movies\?genre=\d+&country=&sort=oldest$/);
    await expect(page.getByRole('link', { name: /Remove the filter.*Western/ })).toBeVisible();
    expect(await titles(page)).not.toEqual(all);
    await page.getByRole('link', { name: 'Clear all' }).click();
    expect(await titles(page)).toEqual(all);
  });

  test('pages follow one another, and there is a way back', async ({ page }) => {
    await page.goto('/movies?sort=title');
    const first = await titles(page);
    await page.getByRole('link', { name: 'More films' }).click();
    const second = await titles(page);
    expect(second.length).toBe(24);
    expect(first.filter((title) => second.includes(title))).toEqual([]);
    await page.getByRole('link', { name: 'First page' }).click();
    expect(await titles(page)).toEqual(first);
  });

  test('the search box finds', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('godfather');
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

test('a step within the site asks the API once', async ({ page }) => {
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/trpc/')) calls.push(new URL(request.url()).pathname);
  });
  await page.goto('/movies', { waitUntil: 'networkidle' });
  expect(calls).toEqual([]);
  await page.locator('main li a[href^="/movies/"]').first().click();
  await expect(page).toHaveURL(/\/movies\/\d+-/);
  await page.waitForLoadState('networkidle');
  expect(calls).toEqual(['/trpc/movies.get']);
});

test('a choice applies at once, and Back takes it back', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Show' })).toBeHidden();
  await page.getByLabel('Order').selectOption({ label: 'Oldest first' });
  await expect(page).toHaveURL(/\/movies\?sort=oldest$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/movies$/);
  await expect(page.getByLabel('Order')).toHaveValue('');
});

test('the key / leads to the search box', async ({ page }) => {
  await page.goto('/genres', { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
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
  await page.getByRole('radio', { name: 'Dark' }).first().check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
