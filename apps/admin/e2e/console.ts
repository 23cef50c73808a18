import { expect, type Locator, type Page } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';

/** Signs in without the form. */
export async function signIn(page: Page, email = admin.email, password = admin.password): Promise<void> {
  const answer = await page.request.post('/trpc/account.signIn', { data: { email, password } });
  expect(answer.ok()).toBe(true);
}

/** The password of the accounts that tests make. */
export const password = 'a long enough password';

/** Signs in as the administrator, and makes an account for somebody else; gives its id. */
export async function createAccount(
  page: Page,
  username: string,
  role: 'visitor' | 'editor' = 'editor',
): Promise<number> {
  await signIn(page);
  const answer = await page.request.post('/trpc/admin.users.create', {
    data: { data: { username, email: `${username}@example.org`, password, role } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data.item.id;
}

/** Everything that the page complained of; a page in order leaves this empty. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  return complaints;
}

/** Chooses from a picker by typing, then Enter. */
export async function choose(picker: Locator, text: string): Promise<void> {
  const choices = picker.page().getByRole('listbox').getByRole('option');
  await picker.fill(text);
  await expect(choices.first()).toContainText(text);
  await picker.press('Enter');
  await expect(choices).toHaveCount(0);
}

/** What the save bar says. */
export const state = (page: Page) => page.locator('form p[data-state]');

export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** The address of some record of a resource; null while there is none. */
export async function someOf(page: Page, resource: string): Promise<string | null> {
  const answer = await page.request.get(`/trpc/admin.${resource}.list`);
  const [item] = (await answer.json()).result.data.items;
  if (!item) return null;
  const { id } = item;
  return `/admin/${resource}/${typeof id === 'number' ? id : Object.values(id).join('-')}`;
}

/** The films that a filter holds. */
export const addressOf = (filter: object, more = '') =>
  `/admin/movies?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`;

/** The names of a list's rows, which open them. */
export const titles = (page: Page) => page.locator('#main [data-open]');

/** What a row is called; its link also holds the words of a drawn poster. */
export async function titleOf(page: Page, row: number): Promise<string> {
  const box = page
    .locator('#main')
    .getByRole('checkbox', { name: /^Select (?!all on this page)/ })
    .nth(row);
  return ((await box.getAttribute('aria-label')) ?? '').replace('Select ', '');
}
