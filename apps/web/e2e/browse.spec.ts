import { expect, type Locator, type Page } from '@playwright/test';
import { test, wake } from './test.ts';

/** The films that a list shows, by their titles. */
const titles = (page: Page) => page.locator('main li a[href^="/movies/"] span:last-child').allTextContents();
const total = async (page: Page) =>
  Number((await page.locator('main [role=status]').textContent())?.replace(/\D/g, ''));
const filters = (page: Page) => page.getByRole('region', { name: 'Filters' });
const value = (page: Page, group: string, name: RegExp | string): Locator =>
  filters(page)
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: group }) })
    .first()
    .getByRole('link', { name });
/** The count beside a value. */
const countAt = async (link: Locator) =>
  Number((await link.textContent())?.match(/([\d,]+) films/)?.[1]?.replace(',', ''));

test('V2: a count beside a value is the length of the list that it leads to', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  for (const [group, name] of [
    ['Genre', /^Comedy/],
    ['Decade', /^1990s/],
    ['Running time', /^90–119 min/],
  ] as const) {
    const count = await countAt(value(page, group, name));
    await value(page, group, name).click();
    await expect.poll(() => total(page), group).toBe(count);
    await expect(filters(page)).not.toHaveAttribute('aria-busy');
  }
  const dimmed = filters(page).locator('li > span').first();
  await expect(dimmed).toContainText('0 films');
});

test('V3: a second press excludes, a third forgets; several genres are any or all', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  const all = await total(page);
  const drama = value(page, 'Genre', /^Drama/);
  const dramas = await countAt(drama);
  await drama.click();
  await expect(page).toHaveURL(/\/movies\?genre=\d+$/);
  await expect.poll(() => total(page)).toBe(dramas);
  await drama.click();
  await expect(page).toHaveURL(/\/movies\?genre=-\d+$/);
  await expect.poll(() => total(page)).toBe(all - dramas);
  await expect(page.getByRole('list', { name: 'Filters in use' }).locator('s')).toHaveText('Drama');
  await drama.click();
  await expect(page).toHaveURL(/\/movies$/);
  await drama.click();
  await value(page, 'Genre', /^Comedy/).click();
  const any = await expect
    .poll(() => total(page))
    .toBeGreaterThan(dramas)
    .then(() => total(page));
  await page.getByRole('link', { name: 'All of these' }).click();
  await expect(page).toHaveURL(/match=all/);
  await expect.poll(() => total(page)).toBeLessThan(any);
});

test('V4: the address is the list: another visitor opens the same one', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await value(page, 'Genre', /^Comedy/).click();
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Oldest first' });
  await expect(page).toHaveURL(/genre=\d+&sort=oldest/);
  await page.getByRole('link', { name: 'More films' }).click();
  await expect(page).toHaveURL(/pages=2/);
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(24);
  const here = await titles(page);
  await using context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await titles(other)).toEqual(here);
});

test('V4: what is wrong in an address is left out, and said', async ({ page }) => {
  const answer = await page.goto(
    '/movies?genre=x&genre=999999&sort=bogus&decade=1955&minutes=120-90&after=zzz',
  );
  expect(answer?.status()).toBe(200);
  for (const part of [
    'genre “x”',
    'genre “999999”',
    'sort “bogus”',
    'decade “1955”',
    'minutes “120-90”',
    'place in the list',
  ]) {
    await expect(page.locator('main')).toContainText(part);
  }
  await expect(page.locator('main li a[href^="/movies/"]').first()).toBeVisible();
});

test('V5: Back is where one was, on the card that one left by, without waiting', async ({ page }) => {
  await page.goto('/movies?sort=title', { waitUntil: 'networkidle' });
  for (const count of [48, 72]) {
    await page.getByRole('link', { name: 'More films' }).click();
    await expect.poll(async () => (await titles(page)).length).toBe(count);
  }
  const card = page.locator('main li a[href^="/movies/"]').nth(65);
  await card.scrollIntoViewIfNeeded();
  const href = await card.getAttribute('href');
  const before = await card.boundingBox();
  await card.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole('heading', { level: 2, name: 'Cast' })).toBeVisible();
  const calls: string[] = [];
  page.on('request', (request) => calls.push(request.url()));
  await page.goBack();
  await expect(card).toBeFocused();
  const after = await card.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  expect(calls.filter((url) => url.includes('/trpc/'))).toEqual([]);
});

test('V24: a film that was pressed is there at once, with what its card knew', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  const answers = Promise.withResolvers<void>();
  await page.route('**/trpc/movies.get*', async (route) => {
    await answers.promise;
    await route.continue();
  });
  const card = page.locator('main li a[href^="/movies/"]').first();
  const title = (await card.locator('span').last().textContent()) ?? '';
  await card.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Cast' })).toBeHidden();
  answers.resolve();
  await expect(page.getByRole('heading', { name: 'Cast' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('V25: an empty list names the filter that is in the way', async ({ page }) => {
  await page.goto('/movies?decade=1950&genre=1&genre=2&genre=3&genre=4&genre=5&match=all');
  await expect(page.locator('main')).toContainText('No films match');
  const way = page.getByRole('link', { name: /^Remove .* film/ }).first();
  const count = Number((await way.textContent())?.match(/· (\d+) film/)?.[1]);
  expect(count).toBeGreaterThan(0);
  await way.click();
  await expect.poll(() => total(page)).toBe(count);
});

test('V26: the letters lead into the list by title, articles aside', async ({ page }) => {
  await page.goto('/movies?sort=title', { waitUntil: 'networkidle' });
  const bar = page.getByRole('navigation', { name: 'A to Z' });
  await bar.getByRole('link', { name: /^S\b/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/after=/);
  await expect.poll(async () => (await titles(page))[0]).toMatch(/^(The |A |An )?S/);
});

test('V31: on a small telephone the filters are a sheet that says how many films it leaves', async ({
  browser,
  baseURL,
}) => {
  await using context = await browser.newContext({
    baseURL,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await wake(page, () => page.goto('/movies', { waitUntil: 'networkidle' }));
  await expect(filters(page)).toBeHidden();
  await page.getByRole('button', { name: 'Filters' }).tap();
  const comedy = value(page, 'Genre', /^Comedy/);
  const count = await countAt(comedy);
  expect((await comedy.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await comedy.tap();
  const show = page.getByRole('button', { name: `Show ${count} films` });
  await show.tap();
  await expect(filters(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible();
  expect(await total(page)).toBe(count);
});

test.describe('V32: without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('films are filtered by links and ordered by a form', async ({ page }) => {
    await page.goto('/movies');
    const all = await titles(page);
    expect(all.length).toBe(24);
    await value(page, 'Genre', /^Western/).click();
    await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Oldest first' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/\/movies\?genre=\d+&sort=oldest$/);
    await expect(page.getByRole('link', { name: /Remove the filter.*Western/ })).toBeVisible();
    expect(await titles(page)).not.toEqual(all);
    await page.getByRole('link', { name: 'Clear all' }).click();
    expect(await titles(page)).toEqual(all);
  });

  test('pages follow one another', async ({ page }) => {
    await page.goto('/movies?sort=title');
    const first = await titles(page);
    await page.getByRole('link', { name: 'More films' }).click();
    await expect.poll(async () => (await titles(page)).length).toBe(48);
    expect((await titles(page)).slice(0, 24)).toEqual(first);
  });
});

test('V33: a surprise is one of the films that are left, and another one the next time', async ({ page }) => {
  await page.goto('/movies', { waitUntil: 'networkidle' });
  await value(page, 'Genre', /^Western/).click();
  const list = page.url();
  const seen = new Set<string>();
  for (let turn = 0; turn < 2; turn++) {
    await page.getByRole('link', { name: 'Surprise me' }).click();
    await expect(page).toHaveURL(/\/movies\/\d+-/);
    await expect(page.locator('main dl')).toContainText('Western');
    seen.add(page.url());
    await page.goBack();
    await expect(page).toHaveURL(list);
  }
  expect(seen.size).toBe(2);
});
