import { expect, type Page } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { signIn } from './console.ts';

const person = (page: Page) => page.getByRole('combobox', { name: 'Person' }).last();
const options = (page: Page) => page.getByRole('listbox').getByRole('option');

async function makePerson(page: Page, data: Record<string, unknown>): Promise<number> {
  const answer = await page.request.post('/trpc/admin.persons.create', { data: { data } });
  return (await answer.json()).result.data.item.id;
}

test('E11: namesakes are told apart, a person is made in place, and Enter never sends the form', async ({
  page,
}) => {
  await signIn(page);
  const name = { firstName: 'Michelle', lastName: 'Wilkes' };
  const known = await makePerson(page, { ...name, dateOfBirth: '1980-09-09' });
  await makePerson(page, { ...name, dateOfBirth: '1979-01-01', dateOfBirthPrecision: 'year' });
  const film = { title: 'The Pickers', cast: [{ personId: known, characters: [] }] };
  const made = await page.request.post('/trpc/admin.movies.create', { data: { data: film } });
  expect(made.ok()).toBe(true);

  await page.goto('/admin/movies/new');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Picked');
  await page.getByRole('button', { name: 'Add to the cast' }).click();
  await person(page).pressSequentially('michelle wil');
  await expect(options(page).nth(0)).toHaveText(/Michelle Wilkesborn 1980 · known for The Pickers/);
  await expect(options(page).nth(1)).toHaveText(/Michelle Wilkesborn 1979/);
  await expect(options(page).nth(0).locator('[aria-hidden="true"]').first()).toBeVisible();
  await expect(person(page)).toHaveAttribute('aria-expanded', 'true');
  await person(page).press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('data-highlighted', '');
  await person(page).press('Escape');
  await expect(options(page)).toHaveCount(0);

  await test.step('what is not found is made, with the name taken apart', async () => {
    await person(page).fill('Michelle van der Wilx');
    await expect(options(page)).toHaveText(['Create the person “Michelle van der Wilx”']);
    await person(page).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New person' });
    await expect(dialog.getByRole('textbox', { name: 'First name' })).toBeFocused();
    await expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveValue('Michelle');
    await expect(dialog.getByRole('textbox', { name: 'Last name' })).toHaveValue('van der Wilx');
    await dialog.getByRole('textbox', { name: 'Date of birth' }).fill('the spring of 1980');
    await dialog.getByRole('textbox', { name: 'Date of birth' }).press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Date of birth' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await dialog.getByRole('textbox', { name: 'Date of birth' }).fill('3 May 80');
    await expect(dialog.getByText('May 3, 1980')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Date of birth' }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(person(page)).toHaveValue('Michelle van der Wilx');
    await expect(person(page)).toBeFocused();
    await expect(page.getByText('born 1980', { exact: true })).toBeVisible();
  });

  await test.step('Enter and Escape in a picker leave the form as it is', async () => {
    await person(page).press('Enter');
    await person(page).press('Escape');
    await expect(page).toHaveURL(/\/movies\/new$/);
    await expect(person(page)).toHaveValue('Michelle van der Wilx');
  });

  await test.step('a genre is made in place as a chip, and Backspace takes the last one', async () => {
    const genres = page.getByRole('combobox', { name: 'Genres' });
    await genres.fill('Ferry noir');
    await expect(options(page)).toHaveText(['Create the genre “Ferry noir”']);
    await genres.press('Enter');
    await page
      .getByRole('dialog', { name: 'New genre' })
      .getByRole('button', { name: 'Create genre' })
      .click();
    await expect(page.getByRole('button', { name: 'Remove Ferry noir' })).toBeVisible();
    await expect(genres).toBeFocused();
    await genres.fill('Ferry noir');
    // A genre's name is its own: there is no second one of it to make.
    await expect(options(page)).toHaveText(['Ferry noir']);
    await genres.fill('');
    await genres.press('Backspace');
    await expect(page.getByRole('button', { name: 'Remove Ferry noir' })).toHaveCount(0);
  });

  await test.step('the choice is saved by its number', async () => {
    await page.keyboard.press('Control+s');
    await expect(page).toHaveURL(/\/movies\/\d+$/);
    await expect(person(page)).toHaveValue('Michelle van der Wilx');
  });
});
