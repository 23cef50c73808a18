import { expect } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { choose, field, signIn } from './console.ts';

test('E17: what is wrong stands beside its field and in a summary that leads there, whoever found it', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/admin/movies/new');
  const date = field(page, 'Release date');

  await test.step('dates are said back before they are saved', async () => {
    const said = [
      ['1937', 'the year 1937'],
      ['May 1937', 'May 1937'],
      ['3 May 37', 'May 3, 1937'],
      ['1937-05', 'May 1937'],
    ] as const;
    for (const [typed, understood] of said) {
      await date.fill(typed);
      await expect(date).toHaveAccessibleDescription(new RegExp(`${understood}$`));
      await expect(date).toHaveValue(typed);
    }
  });

  await test.step('a limit is shown before it is passed', async () => {
    await field(page, 'Title').fill('x'.repeat(250));
    await expect(page.getByText('5 of 255 left')).toBeVisible();
    await field(page, 'Title').fill('x'.repeat(258));
    await expect(page.getByText('3 too many of 255')).toBeVisible();
  });

  await test.step('the summary leads to each field', async () => {
    await date.fill('the day before');
    await field(page, 'Minutes').fill('ninety');
    await page.keyboard.press('Control+s');
    const summary = page.getByRole('alert').filter({ hasText: '3 things to mend' });
    await expect(summary.getByRole('listitem')).toHaveCount(3);
    for (const [name, message] of [
      ['Title', 'At most 255 characters'],
      ['Release date', 'A date such as 1937-05-03'],
      ['Minutes', 'A whole number'],
    ] as const) {
      await summary.getByRole('button', { name }).click();
      await expect(field(page, name)).toBeFocused();
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(message));
      await expect(field(page, name)).toBeInViewport();
    }
  });

  await test.step('a mended field is no longer wrong, and the last one is led to at once', async () => {
    await field(page, 'Title').fill('The Day Before');
    await expect(field(page, 'Title')).not.toHaveAttribute('aria-invalid');
    await date.fill('1937');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('One thing to mend')).toBeVisible();
    await expect(field(page, 'Minutes')).toBeFocused();
  });

  await test.step('what only the server knows lands in the same places', async () => {
    await page.goto('/admin/genres/new');
    await field(page, 'Name').fill('drama');
    await page.keyboard.press('Control+s');
    await expect(field(page, 'Name')).toHaveAccessibleDescription(/Is already taken/);
    await expect(field(page, 'Name')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('One thing to mend');

    const answer = await page.request.post('/trpc/admin.persons.create', {
      data: { data: { lastName: 'Vanishing' } },
    });
    const { id } = (await answer.json()).result.data.item;
    await page.goto('/admin/movies/new');
    await field(page, 'Title').fill('A Ghost');
    await page.getByRole('button', { name: 'Add to the cast' }).press('Enter');
    await choose(page.getByRole('combobox', { name: 'Person' }), 'Vanishing');
    await page.request.post('/trpc/admin.persons.remove', { data: { ids: [id] } });
    await page.keyboard.press('Control+s');
    const person = page.getByRole('combobox', { name: 'Person' });
    await expect(person).toHaveAccessibleDescription(/Does not exist/);
    await expect(person).toBeFocused();
  });
});

test('what is left out of a new record is asked for in plain words, in every form', async ({ page }) => {
  await signIn(page);
  const forms = ['movies', 'persons', 'directors', 'characters', 'genres', 'countries', 'users'];
  for (const form of [...forms, 'movieGenres', 'moviePersons', 'favoriteMovies']) {
    await page.goto(`/admin/${form}/new`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^New /);
    await page.keyboard.press('Control+s');
    const summary = page.getByRole('alert');
    await expect(summary).toContainText('to mend');
    await expect(summary, form).not.toContainText(/invalid|expected|undefined/i);
  }
});
