import { expect } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { complaintsOf, field, signIn, state } from './console.ts';

const plain = 'persons directors characters genres countries movieGenres moviePersons users favoriteMovies';

test('every resource opens as a list, as a new form and as an old one', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page);
  await page.goto('/admin');
  await expect(page.getByRole('navigation', { name: 'Console' })).toBeVisible();
  for (const name of ['movies', ...plain.split(' ')]) {
    await page.goto(`/admin/${name}`);
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
    const first = page.locator('tbody a').first();
    await expect(first.or(page.getByText('The first')), name).toBeVisible();
    if (await first.isVisible()) {
      await first.press('Enter');
      await expect(state(page), name).toHaveText('Saved');
    }
    await page.goto(`/admin/${name}/new`);
    await expect(state(page), name).toHaveText('New');
  }
  await page.goto('/admin/files');
  await expect(page.getByRole('button', { name: 'Upload pictures' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a list is what its address says', async ({ page }) => {
  await signIn(page);
  await page.goto('/admin/movies');
  const titles = page.locator('tbody a');
  await expect(titles).toHaveCount(50);
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await expect(page).toHaveURL(/sort=releaseDate$/);
  await page.getByRole('button', { name: 'Title', exact: true }).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=releaseDate%2Ctitle$/);
  await expect(page.getByRole('table')).toHaveAttribute('aria-busy', 'false');
  const oldest = (await titles.first().textContent()) ?? '';
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(titles.first()).not.toHaveText(oldest);
  await page.reload();
  await page.getByRole('link', { name: 'First page' }).click();
  await expect(titles.first()).toHaveText(oldest);
  await page.getByRole('searchbox').fill('cleo from');
  await expect(page).toHaveURL(/q=cleo\+from/);
  await expect(titles).toHaveCount(1);
  await page.getByRole('row', { name: 'Cléo from 5 to 7' }).getByRole('cell').last().click();
  await expect(field(page, 'Title')).toHaveValue('Cléo from 5 to 7');
});

test('a picture is uploaded as a poster, listed among the files, and taken away again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page);
  await page.goto('/admin/movies/7');
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 300 } });
  await page
    .getByLabel('Upload a picture')
    .and(page.locator('input'))
    .setInputFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: png });
  await expect(page.getByRole('img', { name: 'The poster' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(state(page)).toHaveText('Saved');

  await page.goto('/admin/files');
  await page.getByRole('link', { name: 'ferry' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toContainText('Used by 1');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.goto('/admin/movies/7');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(state(page)).toHaveText('Saved');
  expect(complaints.filter((text) => !text.includes('status of 409'))).toEqual([]);
});

test('Enter takes nothing from a picker before it has found what was typed', async ({ page }) => {
  await signIn(page);
  await page.goto('/admin/movieGenres/new');
  const picker = page.getByRole('combobox', { name: 'Genre' });
  // By its attribute: an open list hides what is around it from whoever reads by roles.
  const state = page.locator('form [role=status]');
  const first = page.getByRole('listbox').getByRole('option').first();
  await picker.fill('Drama');
  await expect(first).toContainText('Drama');
  let answer = () => {};
  await page.route('**/trpc/admin.genres.options*', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.continue();
  });
  const asked = page.waitForRequest('**/trpc/admin.genres.options*');
  await picker.fill('Comedy');
  await picker.press('Enter');
  await asked;
  await picker.press('Enter');
  await expect(picker).toHaveValue('Comedy');
  await expect(state).toHaveText('New');
  answer();
  await expect(first).toContainText('Comedy');
  await picker.press('Enter');
  await expect(state).toHaveText('Unsaved (1)');
  await expect(picker).toHaveValue('Comedy');
});

test('a row of the cast is dragged to its place', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page);
  await page.goto('/admin/movies?q=cleo+from');
  await page.locator('tbody a').first().click();
  const names = page.getByRole('textbox', { name: 'Character' });
  const before = await names.first().inputValue();
  const handles = page.getByTitle('Drag to another place');
  await handles.nth(2).scrollIntoViewIfNeeded();
  const from = await handles.nth(0).boundingBox();
  const to = await handles.nth(2).boundingBox();
  if (!from || !to) throw new Error('There is nothing to drag');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 8, to.y + 20, { steps: 10 });
  await page.mouse.up();
  await expect(page.getByText('Row 1 of 5 moved to 3')).toBeVisible();
  await expect(names.nth(2)).toHaveValue(before);
  expect(complaints).toEqual([]);
});

test('a visitor is refused in the console, and everything behind it', async ({ page }) => {
  const answer = await page.request.post('/trpc/account.signUp', {
    data: { username: 'viktor', email: 'viktor@example.org', password: 'a long enough password' },
  });
  expect(answer.ok()).toBe(true);
  await page.goto('/admin/movies');
  await expect(page.getByRole('heading', { name: 'The console is for editors' })).toBeVisible();
  const refused = await page.request.post('/trpc/admin.genres.create', {
    data: { data: { name: 'Forged' } },
  });
  expect(refused.status()).toBe(403);
  expect((await refused.json()).error.data.code).toBe('FORBIDDEN');
  const genres = await page.request.get('/trpc/genres.list');
  expect(await genres.text()).not.toContain('Forged');
});
