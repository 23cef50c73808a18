import { expect, type Page } from '@playwright/test';
import { admin } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { field, signIn, state } from './console.ts';

const asking = (page: Page) => page.getByRole('alertdialog', { name: 'Leave without saving?' });

/** A person to edit, opened from the list so that Back leads somewhere. */
async function open(page: Page, lastName: string): Promise<void> {
  const answer = await page.request.post('/trpc/admin.persons.create', { data: { data: { lastName } } });
  const { id } = (await answer.json()).result.data.item;
  await page.goto('/admin/genres');
  await page.goto(`/admin/persons?q=${lastName}`);
  await page.getByRole('link', { name: lastName }).first().click();
  await expect(page).toHaveURL(new RegExp(`/persons/${id}`));
  await expect(field(page, 'Last name')).toHaveValue(lastName);
}

test('E16: link, Back and reload ask while something is not saved, and no longer once it is taken back', async ({
  page,
}) => {
  await signIn(page);
  await open(page, 'Guarded');
  const here = page.url();
  await field(page, 'First name').fill('Ana');
  await field(page, 'Date of birth').fill('1904');
  await expect(state(page)).toHaveText(/Unsaved \(2\)/);

  await test.step('a link', async () => {
    await page.getByRole('link', { name: 'Genres', exact: true }).click();
    await expect(asking(page)).toContainText('Not saved: First name, Date of birth.');
    await page.getByRole('button', { name: 'Stay' }).click();
    await expect(page).toHaveURL(here);
  });

  await test.step('Back', async () => {
    await page.goBack();
    await expect(asking(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(asking(page)).toHaveCount(0);
    await expect(page).toHaveURL(here);
    await expect(field(page, 'First name')).toHaveValue('Ana');
  });

  await test.step('a reload', async () => {
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await expect(field(page, 'First name')).toHaveValue('Ana');
  });

  await test.step('what is taken back by hand needs no question', async () => {
    await field(page, 'First name').fill('');
    await expect(state(page)).toHaveText(/Unsaved \(1\)/);
    await field(page, 'Date of birth').fill('');
    await expect(state(page)).toHaveText('Saved');
    await page.getByRole('link', { name: 'Genres', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
  });

  await test.step('whoever wants to leave does', async () => {
    await page.goto(here);
    await field(page, 'First name').fill('Ana');
    await page.getByRole('link', { name: 'Genres', exact: true }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
  });
});

test('E16: an expired session signs in over the form, and the save that was under way goes on', async ({
  page,
  context,
}) => {
  await signIn(page);
  await open(page, 'Expired');
  await field(page, 'Biography').fill('Eleven lines that nobody wants to type again.');
  await context.clearCookies();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('alertdialog', { name: 'Sign in again' });
  // Who had signed in is known.
  await expect(dialog.getByRole('textbox', { name: 'E-mail or username' })).toHaveValue('admin');
  // Behind the dialog nothing has a role.
  await expect(page.locator('form p', { hasText: 'Saving' })).toBeVisible();
  await dialog.getByLabel('Password').fill('not this one, is it');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Password').fill(admin.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(state(page)).toHaveText('Saved');
  await page.reload();
  await expect(field(page, 'Biography')).toHaveValue('Eleven lines that nobody wants to type again.');
});

test('E16: a form over the form asks before what was typed into it goes', async ({ page }) => {
  await signIn(page);
  await page.goto('/admin/movies/new');
  const genres = page.getByRole('combobox', { name: 'Genres' });
  const dialog = page.getByRole('dialog', { name: 'New genre' });
  const begin = async () => {
    await genres.fill('Almost noir');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/Almost noir/]);
    await genres.press('Enter');
    await expect(field(page, 'Name')).toHaveValue('Almost noir');
  };
  await begin();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await begin();
  await field(page, 'Name').fill('Almost noir, in color');
  await page.keyboard.press('Escape');
  await expect(asking(page)).toContainText('Not saved: Name.');
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(field(page, 'Name')).toHaveValue('Almost noir, in color');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/movies\/new$/);
});

test('a record that is gone is said so in the heading of its page', async ({ page }) => {
  await signIn(page);
  for (const address of ['genres/999999', 'genres/none']) {
    await page.goto(`/admin/${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such genre');
  }
});
