import { expect, type Page } from '@playwright/test';
import { consoleServer } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { createAccount, password, signIn } from './console.ts';

const post = async (page: Page, path: string, data: unknown) => {
  const answer = await page.request.post(`/trpc/${path}`, {
    data,
    headers: { origin: consoleServer.address },
  });
  return { status: answer.status(), ...(await answer.json()) };
};

/** Another browser, signed in. */
async function browserOf(page: Page, username: string): Promise<Page> {
  const other = await page.context().browser()?.newPage({ baseURL: consoleServer.address });
  if (!other) throw new Error('There is no browser');
  await signIn(other, `${username}@example.org`, password);
  return other;
}

test('E34: an editor finds no accounts, wherever he looks', async ({ page }) => {
  await createAccount(page, 'edda');
  await using other = await browserOf(page, 'edda');
  await other.goto('/admin/genres');
  await expect(other.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
  const menu = other.getByRole('navigation', { name: 'Console' });
  await expect(menu.getByRole('link', { name: 'Files' })).toBeVisible();
  for (const name of ['Accounts', 'Favorites']) await expect(menu.getByRole('link', { name })).toHaveCount(0);
  await other.keyboard.press('Control+k');
  await expect(other.getByRole('combobox', { name: 'Find a record' })).toBeFocused();
  await other.keyboard.type('account');
  await expect(other.getByRole('option', { name: /account/i })).toHaveCount(0);
  await other.keyboard.press('Escape');
  for (const place of ['users', 'users/1', 'users/new', 'favoriteMovies', 'favoriteMovies/most']) {
    await other.goto(`/admin/${place}`);
    await expect(other.getByText('There is nothing here')).toBeVisible();
  }
  const forged = await post(other, 'admin.users.update', { id: 1, data: { role: 'visitor' } });
  expect(forged).toMatchObject({ status: 403, error: { data: { code: 'FORBIDDEN' } } });
});

test('E34: the last administrator is neither disabled nor demoted, and is told why', async ({ page }) => {
  await signIn(page);
  const me = await page.request.get('/trpc/account.me');
  const { id } = (await me.json()).result.data.user;
  await page.goto(`/admin/users/${id}`);
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await expect(page.getByText('The last administrator stays')).toBeVisible();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Editor');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('combobox', { name: 'Role' })).toHaveAccessibleDescription(
    /last administrator stays/,
  );
});

test('E49: an administrator sees where an account is signed in, ends that, makes a link, and shuts it out', async ({
  page,
}) => {
  const id = await createAccount(page, 'vera', 'visitor');
  await using other = await browserOf(page, 'vera');
  for (const movieId of [3, 4]) expect((await post(other, 'favorites.add', { movieId })).status).toBe(200);

  await page.goto(`/admin/users/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'vera' })).toBeVisible();
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Favorites' }).getByRole('listitem')).toHaveCount(2);
  await sessions.getByRole('button', { name: 'End all sessions' }).click();
  await expect(sessions).toContainText('Signed in nowhere');
  expect((await post(other, 'favorites.add', { movieId: 5 })).status).toBe(401);

  await page.getByRole('button', { name: 'Make a link for a new password' }).click();
  await expect(page.getByRole('textbox', { name: 'The link' })).toHaveValue(/^http.*reset-password/);
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await expect(page.getByText('This account is disabled')).toBeVisible();
  const shut = await post(other, 'account.signIn', { email: 'vera@example.org', password });
  expect(shut.status).toBe(401);
  await page.getByRole('button', { name: 'Enable the account' }).click();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toBeVisible();
});

test('E49: the films that are kept by most lead to who keeps them', async ({ page }) => {
  await createAccount(page, 'felix', 'visitor');
  await using other = await browserOf(page, 'felix');
  for (const movieId of [4, 9]) await post(other, 'favorites.add', { movieId });
  await page.goto('/admin/favoriteMovies');
  await page.getByRole('link', { name: 'Most favorited' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Most favorited' })).toBeVisible();
  const counts = page.getByRole('link', { name: /keeps? it$/ });
  await expect(counts.first()).toBeVisible();
  const numbers = (await counts.allTextContents()).map((text) => Number.parseInt(text, 10));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await counts.first().click();
  await expect(page).toHaveURL(/\/admin\/favoriteMovies\?filter=/);
  await expect(page.locator('#main tbody tr')).toHaveCount(numbers[0] ?? 0);
});

test('the password of an account that is there need not be typed anew', async ({ page }) => {
  const id = await createAccount(page, 'keeps', 'visitor');
  await page.goto(`/admin/users/${id}`);
  const box = page.getByLabel('Password');
  await expect(box).toHaveJSProperty('required', false);
  await expect(box).toHaveAttribute('placeholder', 'Stays as it is');
  await page.goto('/admin/users/new');
  await expect(box).toHaveJSProperty('required', true);
});
