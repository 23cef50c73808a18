import { expect } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';
import { keepFilms, newAccount } from './accounts.ts';
import { test } from './test.ts';

test('V1: the first page has rails that keys, buttons and touch move', async ({ page }) => {
  // Somebody keeps a film, or there would be no rail of the most kept.
  await newAccount(page);
  await keepFilms(page, 1);
  await page.context().clearCookies();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 2, name });
  // Who counts hearts may be two seconds behind.
  await expect(async () => {
    await page.goto('/', { waitUntil: 'networkidle' });
    await expect(heading('Most kept')).toBeVisible({ timeout: 100 });
  }).toPass();
  for (const title of ['The newest', /^Directed by/, 'By decade', 'By genre', 'By country']) {
    await expect(heading(title)).toBeVisible();
  }
  const rail = page.getByRole('region', { name: 'The newest' }).getByRole('list');
  const left = () => rail.evaluate((list) => list.scrollLeft);
  expect(await rail.evaluate((list) => list.scrollWidth - list.clientWidth)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'The newest: on' }).click();
  await expect.poll(left).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'The newest: back' }).click();
  await expect.poll(left).toBe(0);
  // The focus takes the rail along.
  await rail.getByRole('link').last().focus();
  await expect.poll(left).toBeGreaterThan(100);
});

test('V9: a film with its cast in billing order, its crew apart, and a link from everything', async ({
  page,
}) => {
  await page.goto('/search?q=The+Godfather');
  await page.getByRole('link', { name: 'The Godfather', exact: true }).first().click();
  const cast = page.getByRole('region', { name: 'Cast' });
  await expect(cast.getByRole('listitem').first()).toContainText('Marlon Brando');
  await expect(cast.getByRole('listitem').first()).toContainText('Corleone');
  await expect(cast.locator('> ol > li')).toHaveCount(10);
  await cast.locator('summary').click();
  await expect(cast.locator('details li').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Crew' })).toContainText('Francis Ford Coppola');
  for (const href of [
    '/people/',
    '/directors/',
    '/people/',
    '/genres/',
    '/countries/',
    '/decades/',
    '/movies?year=',
  ]) {
    const links = page.locator(`main a[href*="${href}"]`);
    expect(await links.count(), href).toBeGreaterThan(href === '/directors/' ? -1 : 0);
  }
  await expect(page.locator('main')).not.toContainText(/\bas\s*$/m);
});

test('V10: six related films, each with its reason', async ({ page }) => {
  await page.goto('/movies/1');
  const related = page.getByRole('region', { name: 'Related' }).getByRole('listitem');
  await expect(related).toHaveCount(6);
  for (const reason of await related.locator('p').allTextContents()) expect(reason).not.toBe('');
});

test('V11: the films of a life by job and order, in the address', async ({ page, request }) => {
  const { result } = await (await request.get('/trpc/directors.list?input={"limit":100}')).json();
  const rows: { personId: number | null }[] = result.data.items;
  const both = rows.find(({ personId }) => personId !== null);
  await page.goto(`/people/${both?.personId}`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 2, name: 'Directing' })).toBeVisible();
  const years = () =>
    page.getByRole('region', { name: 'Acting' }).locator('li > span:first-child').allTextContents();
  const newest = await years();
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Oldest first' });
  await expect(page).toHaveURL(/\?sort=oldest$/);
  expect(await years()).toEqual(newest.toReversed());
  await page
    .getByRole('navigation', { name: 'Jobs' })
    .getByRole('link', { name: /^Acting/ })
    .click();
  await expect(page).toHaveURL(/job=acting/);
  await expect(page.getByRole('heading', { level: 2, name: 'Directing' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: 'Acting' })).toBeVisible();
});

test('V12: a country has its count, its decades as bars and its films, and the other facets work', async ({
  page,
}) => {
  await page.goto('/countries/1', { waitUntil: 'networkidle' });
  const total = page.locator('main [role=status]');
  const before = await total.textContent();
  await page.getByRole('list', { name: 'Films by decade' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/countries\/1-[^?]+\?decade=\d{4}$/);
  await expect(total).not.toHaveText(before ?? '');
  await page.goto('/decades/1990');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1990s');
  await expect(page.locator('main li a[href^="/movies/"]').first()).toBeVisible();
  expect((await page.goto('/decades/1995'))?.status()).toBe(404);
});

test('V29: the catalog in numbers: bars into the films, tables beside them, rankings to the end', async ({
  page,
}) => {
  await page.goto('/statistics', { waitUntil: 'networkidle' });
  const decades = page.getByRole('list', { name: 'Films by decade' });
  await expect(decades.getByRole('link').first()).toHaveAttribute('href', /\/decades\/\d{4}/);
  const section = page.getByRole('region', { name: 'By genre' });
  await section.getByText('As a table').click();
  await expect(section.getByRole('table')).toBeVisible();
  const bars = await section.getByRole('list').getByRole('link').allTextContents();
  expect(await section.getByRole('table').getByRole('row').count()).toBe(bars.length + 1);
  for (const title of [
    'Actors by the budgets of their films',
    'Directors by average budget',
    'Longest careers',
  ]) {
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Show all: Actors by the budgets of their films' }).click();
  await expect(page.locator('main ol > li')).toHaveCount(50);
  await page.getByRole('link', { name: 'The next' }).click();
  await expect(page.locator('main ol > li').first()).toContainText('51');
});

test('V34: the key e leads from a page to its form, and saving back to the page as it is now', async ({
  page,
}) => {
  await page.goto('/movies/3', { waitUntil: 'networkidle' });
  await page.keyboard.press('e');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await page.request.post('/trpc/account.signIn', { data: admin });
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Tab');
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/\/movies\/3-/);
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).check();
  await page.keyboard.press('Tab');
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/\/admin\/movies\/3/);

  const description = page.getByRole('textbox', { name: 'Description' });
  const before = await description.inputValue();
  for (const text of ['Told anew by whoever came from the page.', before]) {
    await description.fill(text);
    await page.keyboard.press('Control+s');
    await expect(page).toHaveURL(/\/movies\/3-/);
    await expect(page.getByRole('main')).toContainText(text);
    await page.goto('/admin/movies/3?from=site');
  }
});
