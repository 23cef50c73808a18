import { expect, type Page } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { choose, complaintsOf, createAccount, field, password, signIn, state } from './console.ts';

/** A film in three rows; each person plays one character. */
async function addToCast(page: Page, person: string, character: string): Promise<void> {
  await page.getByRole('button', { name: 'Add to the cast' }).click();
  const row = page.getByRole('group', { name: /^Row/ }).last();
  await expect(row.getByRole('combobox', { name: 'Person' })).toBeFocused();
  await choose(row.getByRole('combobox', { name: 'Person' }), person);
  await row.getByRole('textbox', { name: 'Character' }).fill(character);
}

/** The words in the order in which the page has them. */
const inOrder = (words: string[]) => new RegExp(words.join('[\\s\\S]*'));

test('an administrator makes an account for an editor', async ({ page }) => {
  await signIn(page);
  await page.goto('/admin/users/new');
  await field(page, 'Username').fill('emma');
  await field(page, 'E-mail').fill('emma@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Editor');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/admin\/users\/\d+$/);
  await expect(state(page)).toHaveText('Saved');
});

test('an editor makes a film, orders its cast, meets errors and a conflict, and deletes it', async ({
  page,
  context,
}) => {
  const complaints = complaintsOf(page);
  await createAccount(page, 'edith');
  await context.clearCookies();

  await page.goto('/admin');
  await page.getByRole('textbox', { name: 'E-mail or username' }).fill('edith');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Accounts' })).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Console' })
    .getByRole('link', { name: 'Films', exact: true })
    .click();

  await page.getByRole('link', { name: 'New film' }).click();
  await field(page, 'Title').fill('The Night Ferry');
  await field(page, 'Release date').fill('1938-10');
  await choose(page.getByRole('combobox', { name: 'Director' }), 'Agnès Varda');
  await choose(page.getByRole('combobox', { name: 'Genres' }), 'Drama');
  await choose(page.getByRole('combobox', { name: 'Genres' }), 'Thriller');
  await addToCast(page, 'Corinne Marchand', 'Lisbeth');
  await addToCast(page, 'Michel Legrand', 'The Pilot');
  await addToCast(page, 'Antoine Bourseiller', 'Doctor Anselm');

  // By keyboard: the last row goes up, and the focus with it.
  const third = page.getByRole('textbox', { name: 'Character' }).nth(2);
  await third.press('Alt+ArrowUp');
  await expect(page.getByText('Row 3 of 3 moved to 2')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Character' }).nth(1)).toBeFocused();
  // By number: the first row goes to the end.
  const place = page.getByRole('textbox', { name: 'Place of Corinne Marchand' });
  await place.fill('3');
  await place.press('Enter');
  await expect(page.getByText('Row 1 of 3 moved to 3')).toBeVisible();
  await page.getByRole('button', { name: 'Create film' }).click();
  await expect(page).toHaveURL(/\/admin\/movies\/\d+$/);
  await expect(state(page)).toHaveText('Saved');

  const id = page.url().split('/').pop() ?? '';
  await page.goto(`/movies/${id}`);
  await expect(page).toHaveURL(`/movies/${id}-the-night-ferry`);
  const cast = ['Antoine Bourseiller', 'Michel Legrand', 'Corinne Marchand'];
  await expect(page.locator('main')).toContainText(inOrder(['Doctor Anselm', 'The Pilot', 'Lisbeth']));
  await expect(page.locator('main')).toContainText(inOrder(cast));
  await expect(page.locator('main')).toContainText(inOrder(['Drama', 'Thriller']));

  await test.step('what is wrong stands beside its field', async () => {
    await page.goto(`/admin/movies/${id}`);
    await field(page, 'Title').fill('');
    await field(page, 'Minutes').fill('ninety');
    await page.getByRole('textbox', { name: 'Character' }).nth(1).fill('');
    await expect(state(page)).toHaveText('Unsaved (3)');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('3 things to mend')).toBeVisible();
    await expect(field(page, 'Title')).toHaveAccessibleDescription('Fill this in');
    await page.getByRole('button', { name: 'Cast 2, characters 1, name' }).click();
    const nameless = page.getByRole('textbox', { name: 'Character' }).nth(1);
    await expect(nameless).toBeFocused();
    await nameless.fill('The Pilot');
    await field(page, 'Title').fill('The Night Boat');
    await field(page, 'Minutes').fill('94');
    await page.keyboard.press('Control+s');
    await expect(state(page)).toHaveText('Saved');
  });

  await test.step('unsaved changes are asked about', async () => {
    await field(page, 'Budget').fill('1,000');
    await page.getByRole('link', { name: 'Genres', exact: true }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Not saved: Budget');
    await page.getByRole('button', { name: 'Stay' }).click();
    await expect(field(page, 'Budget')).toHaveValue('1000');
  });

  await test.step('a second tab is faster', async () => {
    await using other = await context.newPage();
    await other.goto(`/admin/movies/${id}`);
    await field(other, 'Title').fill('The Last Ferry');
    await other.getByRole('button', { name: 'Save' }).click();
    await expect(state(other)).toHaveText('Saved');

    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('edith changed title');
    await dialog.getByRole('button', { name: 'Keep looking' }).click();
    await expect(state(page)).toHaveText('Conflict');
    await page.getByRole('button', { name: 'Load the newest' }).click();
    await expect(field(page, 'Title')).toHaveValue('The Last Ferry');
    await expect(field(page, 'Budget')).toHaveValue('');
    await expect(state(page)).toHaveText('Saved');
  });

  await test.step('deleting asks first, and then it is gone', async () => {
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('Delete The Last Ferry?');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(page).toHaveURL(/\/admin\/movies$/);
    expect((await page.request.get(`/movies/${id}`)).status()).toBe(404);
  });

  // Two answers of the server are no mistake of the page's: the refused save, and the conflict.
  expect(complaints.filter((text) => !text.includes('status of 409'))).toEqual([]);
});

test('what is in use says by whom, and stays', async ({ page }) => {
  await signIn(page);
  await page.goto('/admin/genres?q=Drama');
  await page.getByRole('row', { name: 'Drama' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toContainText('Drama cannot be deleted');
  await expect(dialog).toContainText(/Used by \d+/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('row', { name: 'Drama' })).toBeVisible();
});

test('a session that ends signs in over the form, and what was typed stays', async ({ page, context }) => {
  await signIn(page);
  await page.goto('/admin/genres/new');
  await field(page, 'Name').fill('Ferry films');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Create genre' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'E-mail or username' }).fill(admin.email);
  await dialog.getByLabel('Password').fill(admin.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/admin\/genres\/\d+$/);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/admin\/genres$/);
});
