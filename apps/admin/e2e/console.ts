import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';

/** Signs in without the form. */
export async function signIn(page: Page, email = admin.email, password = admin.password): Promise<void> {
  const answer = await page.request.post('/trpc/account.signIn', { data: { email, password } });
  expect(answer.ok()).toBe(true);
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

export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** What axe finds that keeps somebody out. Themes differ in their colors alone, so that one looks at those only. */
export async function barriers(page: Page, colorsOnly = false): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (colorsOnly ? axe.withRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
