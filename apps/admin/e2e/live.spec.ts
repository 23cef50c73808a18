import { expect, type Page } from '@playwright/test';
import { consoleServer } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { complaintsOf, createAccount, field, password, signIn } from './console.ts';

/** Calls a procedure as whoever is signed in on the page. */
async function call(page: Page, path: string, data: unknown) {
  const answer = await page.request.post(`/trpc/${path}`, {
    data,
    headers: { origin: consoleServer.address },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data;
}

/** Signs in a second browser as anna, a colleague of ours at another machine. */
async function colleague(page: Page): Promise<Page> {
  await signIn(page);
  const known = await page.request.get(`/trpc/admin.users.list?input=${encodeURIComponent('{"q":"anna"}')}`);
  if (!(await known.json()).result.data.items.length) await createAccount(page, 'anna');
  const other = await page.context().browser()?.newPage({ baseURL: consoleServer.address });
  if (!other) throw new Error('There is no browser');
  await signIn(other, 'anna@example.org', password);
  return other;
}

/** Once the page follows the catalog. */
const following = (page: Page) => page.waitForResponse('**/trpc/admin.changes.watch*');

test('E47: a colleague’s change is told in the list and waits until it is asked for', async ({ page }) => {
  const complaints = complaintsOf(page);
  await using other = await colleague(page);
  const stream = following(page);
  await page.goto('/admin/genres');
  await stream;
  const rows = page.getByRole('row');
  await expect(page.getByRole('row', { name: 'Drama' })).toBeVisible();
  const before = await rows.count();

  const { item } = await call(other, 'admin.genres.create', { data: { name: 'Aardvark films' } });
  await expect(page.getByText('1 new by anna')).toBeVisible();
  await call(other, 'admin.genres.update', { id: item.id, data: { name: 'Aardvark pictures' } });
  await expect(page.getByText('1 new by anna')).toBeVisible();
  expect(await rows.count()).toBe(before);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('row', { name: 'Aardvark pictures' })).toBeVisible();
  await expect(page.getByText('by anna')).toHaveCount(0);

  // What one does oneself is no news.
  await call(page, 'admin.genres.remove', { ids: [item.id] });
  await call(other, 'admin.genres.create', { data: { name: 'Zoetropes' } });
  await expect(page.getByText('1 new by anna')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('E47: a colleague’s change of an open record is told, and nothing that was typed is lost', async ({
  page,
}) => {
  await using other = await colleague(page);
  const { item } = await call(other, 'admin.genres.create', { data: { name: 'Open' } });
  const stream = following(page);
  await page.goto(`/admin/genres/${item.id}`);
  await stream;
  await expect(field(page, 'Name')).toHaveValue('Open');
  await field(page, 'Name').fill('Mine');
  await call(other, 'admin.genres.update', { id: item.id, data: { name: 'Theirs' } });
  await expect(page.getByText('anna has just changed this genre')).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Load it, without your change' }).click();
  await expect(field(page, 'Name')).toHaveValue('Theirs');
  await expect(page.getByText('has just changed')).toHaveCount(0);
  await call(other, 'admin.genres.remove', { ids: [item.id] });
  await expect(page.getByText('anna has deleted this genre')).toBeVisible();
});

test('E47: what happened while nobody looked is told on coming back', async ({ page }) => {
  await using other = await colleague(page);
  const stream = following(page);
  await page.goto('/admin/countries');
  await stream;
  await expect(page.locator('#main tbody a').first()).toBeVisible();
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  // Something first, so that the page knows where it stands.
  await call(other, 'admin.countries.create', { data: { name: 'Ruritania' } });
  await expect(page.getByText('1 new by anna')).toBeVisible();
  await hide(true);
  await call(other, 'admin.countries.create', { data: { name: 'Graustark' } });
  const again = page.waitForRequest((request) => request.url().includes('lastEventId'));
  await hide(false);
  await again;
  await expect(page.getByText('2 new by anna')).toBeVisible();
});

test('S22: a session that an administrator ends is asked to sign in again', async ({ page }) => {
  await using other = await colleague(page);
  const stream = other.waitForRequest('**/trpc/admin.changes.watch*');
  await other.goto('/admin/genres');
  await stream;
  const list = await page.request.get(`/trpc/admin.users.list?input=${encodeURIComponent('{"q":"anna"}')}`);
  const [{ id }] = (await list.json()).result.data.items;
  await call(page, 'admin.users.update', { id, data: { role: 'editor' } });
  await expect(other.getByRole('alertdialog', { name: 'Sign in again' })).toBeVisible({ timeout: 15_000 });
});
