import { expect } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { complaintsOf, signIn } from './console.ts';

test.beforeEach(({ page }) => signIn(page));

test('E38: the palette opens a record by typing and Enter', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/admin/genres');
  await expect(page.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Find a record' });
  await expect(box).toBeFocused();
  await expect(page.getByRole('group', { name: 'Latest records' }).getByRole('option')).toHaveCount(10);
  // At once: Enter waits for what it is asked to open.
  await page.keyboard.type('jean gabin');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Jean Gabin' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('E38: what is typed before the palette has come is in it', async ({ page }) => {
  const come = Promise.withResolvers<void>();
  await page.route('**/assets/palette-*.js', async (route) => {
    await come.promise;
    await route.continue();
  });
  await page.goto('/admin/genres');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gerx');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('tie');
  come.resolve();
  await expect(page.getByRole('combobox', { name: /^Find/ })).toHaveValue('gertie');
  await expect(page.getByRole('option').first()).toContainText('Gertie');
});

test('E38: the palette does what is asked, with the arrows too', async ({ page }) => {
  await page.goto('/admin/genres');
  await expect(page.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
  const box = page.getByRole('combobox', { name: 'Find a record' });
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('new mov');
  await expect(page.getByRole('option', { name: 'New film' })).toHaveAttribute('data-highlighted');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/movies\/new$/);
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('theme');
  await expect(page.getByRole('option', { name: 'Switch to the dark theme' })).toBeVisible();
  await page.getByRole('option', { name: 'Switch to the dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('go to pe');
  await expect(page.getByRole('option', { name: 'Go to people' })).toHaveAttribute('data-highlighted');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/persons$/);
});

test('E39: keys lead everywhere, and rest while somebody types', async ({ page }) => {
  await page.goto('/admin/genres');
  await expect(page.getByRole('heading', { level: 1, name: 'Genres' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/\/admin\/movies$/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('gn?');
  await expect(page.getByRole('searchbox')).toHaveValue('gn?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/admin\/movies\/new$/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
});

test('E39: the sheet lists the keys and switches single ones off', async ({ page }) => {
  await page.goto('/admin/movies');
  await expect(page.getByRole('heading', { level: 1, name: 'Films' })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('New film');
  await expect(sheet).toContainText('People');
  await sheet.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  // Kept with the account: it holds after a reload, too.
  const kept = page.waitForResponse((answer) => answer.url().includes('admin.preferences.get'));
  await page.reload();
  await kept;
  await expect(page.getByRole('heading', { level: 1, name: 'Films' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(page).toHaveURL(/\/admin\/movies$/);
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a record' })).toBeFocused();
  await page.keyboard.type('keyboard');
  await page.getByRole('option', { name: 'Keyboard shortcuts' }).click();
  await sheet.getByRole('checkbox', { name: 'Single-key shortcuts' }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/admin\/movies\/new$/);
});

test('the menu narrows by its key, and stays so', async ({ page }) => {
  await page.goto('/admin/movies');
  const link = page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'People' });
  const wide = await link.evaluate((element) => element.clientWidth);
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('button', { name: 'Widen the menu' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Widen the menu' })).toBeVisible();
  expect(await link.evaluate((element) => element.clientWidth)).toBeLessThan(wide / 2);
  await page.getByRole('button', { name: 'Widen the menu' }).click();
});

test('the first stop of the keyboard leads past the menu', async ({ page }) => {
  await page.goto('/admin/genres');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
