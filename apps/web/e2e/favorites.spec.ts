import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { call, keepFilms, newAccount } from './accounts.ts';
import { test } from './test.ts';

const titlesOn = (page: Page) => page.locator('main li a[href^="/movies/"]');
const heartOf = (page: Page, title: string) =>
  page.getByRole('button', { name: `Keep this film: “${title}”`, exact: true });

test('V13: two quick presses end where the second one said, whatever fails on the way', async ({ page }) => {
  await newAccount(page);
  await page.goto('/movies/11', { waitUntil: 'networkidle' });
  const heart = page.locator('main button[aria-pressed]').first();
  const second = page.waitForResponse(/favorites\.remove/);
  await heart.click();
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
  await second;
  await page.reload({ waitUntil: 'networkidle' });
  await expect(heart).toHaveAttribute('aria-pressed', 'false');

  await page.route('**/trpc/favorites.*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    // Late enough for the second press to come first.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.abort();
  });
  await heart.click();
  await heart.click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be let go' })).toBeVisible();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
});

test('V13: the number of those who keep a film moves with the heart, and back when it could not', async ({
  page,
}) => {
  const { result } = await (
    await page.request.get(`/trpc/movies.list?input=${encodeURIComponent('{"sort":"title","limit":20}')}`)
  ).json();
  const { id } = result.data.items[19];
  await newAccount(page);
  await call(page, 'favorites.add', { movieId: id });
  await newAccount(page);
  await page.goto(`/movies/${id}`, { waitUntil: 'networkidle' });
  const heart = page.locator('main button[aria-pressed]').first();
  const number = page.locator('main dl').getByText(/^[\d,]+ visitors?$/);
  await expect(number).toHaveText('1 visitor');

  let answer = Promise.withResolvers<'go' | 'fail'>();
  await page.route('**/trpc/favorites.*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    if ((await answer.promise) === 'fail') return route.abort();
    return route.continue();
  });
  // Before the server has said anything.
  await heart.click();
  await expect(number).toHaveText('2 visitors');
  const saved = page.waitForResponse('**/trpc/favorites.add');
  answer.resolve('go');
  await saved;
  await page.reload({ waitUntil: 'networkidle' });
  await expect(number).toHaveText('2 visitors');
  await expect(heart).toHaveAttribute('aria-pressed', 'true');

  answer = Promise.withResolvers();
  await heart.click();
  await expect(number).toHaveText('1 visitor');
  answer.resolve('fail');
  await expect(page.getByRole('status').filter({ hasText: 'could not be let go' })).toBeVisible();
  await expect(number).toHaveText('2 visitors');
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
});

test('V14: favorites are narrowed and ordered like all films, and the address says how', async ({ page }) => {
  await newAccount(page);
  const kept = await keepFilms(page, 30);
  await page.goto('/favorites', { waitUntil: 'networkidle' });
  await expect(titlesOn(page)).toHaveCount(30);
  await expect(titlesOn(page).first()).toContainText(kept.at(-1) ?? '');
  await page.getByLabel('Order', { exact: true }).selectOption('title');
  await expect(page).toHaveURL(/sort=title/);
  await expect(titlesOn(page).first()).toContainText(kept[0] ?? '');

  const filters = page.getByRole('region', { name: 'Filters' });
  const genre = filters.getByRole('link', { name: /^Drama/ });
  const [, count] = (await genre.textContent())?.match(/(\d+)/) ?? [];
  await genre.click();
  await expect(titlesOn(page)).toHaveCount(Number(count));
  await page.reload({ waitUntil: 'networkidle' });
  await expect(titlesOn(page)).toHaveCount(Number(count));
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(titlesOn(page)).toHaveCount(30);
});

test('V14: what is let go can be had back, one or many, in its old place', async ({ page }) => {
  await newAccount(page);
  const kept = (await keepFilms(page, 6)).toReversed();
  await page.goto('/favorites', { waitUntil: 'networkidle' });
  await heartOf(page, kept[2] ?? '').click();
  await expect(titlesOn(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(titlesOn(page)).toHaveCount(6);
  await expect(titlesOn(page).nth(2)).toContainText(kept[2] ?? '');

  await page.getByRole('button', { name: 'Select' }).click();
  for (const title of kept.slice(0, 3)) await page.getByLabel(`Choose “${title}”`).check();
  await expect(page.getByText('3 films chosen')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Let them go' }).click();
  await expect(titlesOn(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(titlesOn(page)).toHaveCount(6);
  await page.reload({ waitUntil: 'networkidle' });
  for (const [place, title] of kept.entries()) await expect(titlesOn(page).nth(place)).toContainText(title);

  // What the server refuses stays.
  await page.route('**/trpc/favorites.removeMany*', (route) => route.abort());
  await heartOf(page, kept[0] ?? '').click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be let go' })).toBeVisible();
  await expect(titlesOn(page)).toHaveCount(6);
});

test('V14: favorites can be read without JavaScript, and an empty page says what to do', async ({
  browser,
}) => {
  await using context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await newAccount(page);
  await page.goto('/favorites');
  await expect(page.getByText('No films kept yet')).toBeVisible();
  await keepFilms(page, 3);
  await page.goto('/favorites');
  await expect(titlesOn(page)).toHaveCount(3);
});

test('V15: the list goes out as a table and comes back in', async ({ page }) => {
  await newAccount(page);
  const kept = await keepFilms(page, 4);
  await page.goto('/favorites', { waitUntil: 'networkidle' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('favorites.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('Title,Year,Directors,tmdbID,imdbID');
  for (const title of kept) expect(text).toContain(title.replaceAll('"', '""'));

  const bring = async (content: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  };
  await bring(text);
  await expect(page.getByText('0 films added')).toBeVisible();
  await expect(page.getByText('4 you keep already')).toBeVisible();

  await page.getByRole('button', { name: 'Select' }).click();
  await page.getByRole('button', { name: 'Choose all 4' }).click();
  await page.getByRole('button', { name: 'Let them go' }).click();
  await expect(page.getByText('No films kept yet')).toBeVisible();
  await bring(`${text}No such film,1901,,,\r\n`);
  await expect(page.getByText('4 films added')).toBeVisible();
  await expect(titlesOn(page)).toHaveCount(4);
  await page.getByText('Not in this catalog', { exact: true }).click();
  await expect(page.getByText('No such film (1901)')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await bring('no table at all');
  await expect(page.getByRole('alert')).toContainText('must name the columns');
});

test('V14: one’s favorites are not shown to whoever signs in next', async ({ page }) => {
  const username = await newAccount(page);
  await keepFilms(page, 2);
  await page.goto('/favorites', { waitUntil: 'networkidle' });
  await expect(titlesOn(page)).toHaveCount(2);
  await page.getByRole('button', { name: username }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/$/);
  await call(page, 'account.signUp', {
    ...{ username: `${username}b`, email: `${username}b@example.org`, password: 'a long enough password' },
  });
  await page.goto('/favorites', { waitUntil: 'networkidle' });
  await expect(page.getByText('No films kept yet')).toBeVisible();
});
