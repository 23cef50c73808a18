import { expect, type Page, test } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';

async function signIn(page: Page, name: string, password: string) {
  await page.goto('/admin');
  await page.locator('form input').first().fill(name);
  await page.locator('form input[type=password]').fill(password);
  await page.locator('form button[type=submit]').click();
}

test('every resource opens as a list and as a form', async ({ page }) => {
  await signIn(page, admin.email, admin.password);
  await expect(page.getByRole('navigation', { name: 'Console' })).toBeVisible();
  const names =
    'movies persons directors characters genres countries files movieGenres moviePersons users favoriteMovies';
  for (const name of names.split(' ')) {
    await page.goto(`/admin/${name}`);
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
    if (name === 'files') continue;
    await page.goto(`/admin/${name}/new`);
    await expect(page.locator('form[aria-label]'), name).toBeVisible();
  }
});

test('a visitor is refused everything of the console, and nothing changes', async ({ page }) => {
  const answer = await page.request.post('/trpc/account.signUp', {
    data: { username: 'viktor', email: 'viktor@example.org', password: 'a long enough password' },
  });
  expect(answer.ok()).toBe(true);
  const refused = await page.request.post('/trpc/admin.genres.create', {
    data: { data: { name: 'Forged' } },
  });
  expect(refused.status()).toBe(403);
  expect((await refused.json()).error.data.code).toBe('FORBIDDEN');
  const genres = await page.request.get('/trpc/genres.list');
  expect(await genres.text()).not.toContain('Forged');
});
