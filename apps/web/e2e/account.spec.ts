import { expect, type Page } from '@playwright/test';
import { test } from './test.ts';

const password = 'a long enough password';
let count = 0;

/** Makes an account that no other test has, in the form that is open. */
async function signUp(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: 'Make an account' })).toBeVisible();
  const name = `visitor${Date.now()}${count++}`;
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('E-mail').fill(`${name}@example.org`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page).not.toHaveURL(/sign-up/);
  return name;
}

test('V13: the film that was chosen before signing up is kept afterwards, where one was', async ({
  page,
}) => {
  await page.goto('/movies/7', { waitUntil: 'networkidle' });
  const film = page.url();
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('link', { name: `Keep this film: “${title}”` }).click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByRole('link', { name: 'Make an account' }).click();
  const name = await signUp(page);
  await expect(page).toHaveURL(film);
  await expect(page.getByRole('button', { name: `Keep this film: “${title}”` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: `Keep this film: “${title}”` })).toBeVisible();

  await page.goto('/favorites', { waitUntil: 'networkidle' });
  await expect(page).toHaveURL(/\/sign-in\?next=%2Ffavorites$/);
  await page.getByLabel('E-mail or username').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/favorites$/);
  await expect(page.locator('main')).toContainText(title);
});

test('V13: a heart that the server refuses is taken back, and says why', async ({ page }) => {
  await page.goto('/sign-up?next=/movies/3', { waitUntil: 'networkidle' });
  await signUp(page);
  const heart = page.locator('main button[aria-pressed]').first();
  await page.route('**/trpc/favorites.add*', (route) => route.abort());
  await heart.click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be kept' })).toBeVisible();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
  await page.unroute('**/trpc/favorites.add*');
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
});

test('S42, V18: signing in leads to no other site', async ({ page, baseURL }) => {
  await page.goto('/sign-up', { waitUntil: 'networkidle' });
  const name = await signUp(page);
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`, { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail or username').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${baseURL}/`);
    // Whoever is signed in already is led on by the server.
    const response = await page.request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 });
    expect(response.headers().location).toBe('/');
  }
});

test('V18: what is wrong is said beside the field', async ({ page }) => {
  await page.goto('/sign-up', { waitUntil: 'networkidle' });
  await page.getByLabel('Username').fill('with space');
  await page.getByLabel('E-mail').fill('nobody');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Make my account' }).click();
  for (const label of ['Username', 'E-mail', 'Password']) {
    await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByLabel('Username')).toBeFocused();

  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail or username').fill('nobody');
  await page.getByLabel('Password').fill('whatever it was');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('wrong');
});
