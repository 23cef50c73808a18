import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from '../../api/e2e/test.ts';
import { createAccount, password, signIn } from './console.ts';

test.beforeEach(({ page }) => signIn(page));

test('O10: a slow list names its SQL and its request on the System page', async ({ page }) => {
  const answered = page.waitForResponse(/admin\.movies\.list/);
  await page.goto('/admin/movies?q=a');
  const requestId = (await (await answered).headerValue('x-request-id')) ?? '';
  await page.getByRole('link', { name: 'System' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'System' })).toBeVisible();
  await expect(page.locator('dd').filter({ hasText: process.versions.node })).toBeVisible();

  const slow = page
    .getByRole('listitem')
    .filter({ hasText: requestId })
    .filter({ has: page.locator('pre', { hasText: /from "?movies/ }) })
    .first();
  await expect(slow).toContainText('admin.movies.list');
  await expect(slow).toContainText(/\d ms/);
  await slow.getByText('Show the SQL').click();
  await expect(slow.locator('pre')).toContainText(/from "?movies/);
  expect(await barriers(page)).toEqual([]);
});

test('the System page is usable at 390 px, in the dark too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/admin/system');
  await expect(page.getByRole('heading', { name: 'Slow statements' })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(await barriers(page, { colorsOnly: true })).toEqual([]);
});

test('the catalog gets another name, and an empty one is refused beside the field', async ({ page }) => {
  await page.goto('/admin/system');
  const name = page.getByLabel('Name of the catalog');
  const before = await name.inputValue();
  await name.fill('');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Kino Babylon');
  await name.press('Enter');
  await expect(page.getByText('The catalog is called “Kino Babylon”')).toBeVisible();
  await expect.poll(async () => (await page.request.get('/')).text()).toContain('Kino Babylon</');
  await page.getByLabel('Name of the catalog').fill(before);
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect.poll(async () => (await page.request.get('/')).text()).not.toContain('Kino Babylon');
});

test('whoever edits has no System page', async ({ page }) => {
  await createAccount(page, 'system-editor');
  await page.context().clearCookies();
  await signIn(page, 'system-editor@example.org', password);
  await page.goto('/admin/system');
  await expect(page.getByText('There is nothing here')).toBeVisible();
  await expect(page.getByRole('link', { name: 'System' })).toHaveCount(0);
});
