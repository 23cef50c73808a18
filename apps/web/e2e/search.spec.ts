import { expect, type Page } from '@playwright/test';
import { pressSlash } from './search-key.ts';
import { test } from './test.ts';

const box = (page: Page) => page.getByRole('banner').getByRole('combobox');
const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });

test('V6: what one types is found at once, by kind, with slips and without accents', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await pressSlash(page);
  await page.keyboard.type('godfahter', { delay: 20 });
  const first = list(page).getByRole('group', { name: 'Films' }).getByRole('option').first();
  await expect(first).toContainText('The Godfather');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/movies\/\d+-the-godfather/);
  await expect(list(page)).toBeHidden();
});

test('V6: Escape right after a letter is not overtaken by what the letter asked for', async ({ page }) => {
  // First of all: a clock that comes later cannot end what was begun before it.
  await page.clock.install();
  await page.goto('/genres', { waitUntil: 'networkidle' });
  await box(page).fill('dram');
  await expect(list(page)).toBeVisible();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 600_000));
  await page.keyboard.type('a');
  await page.keyboard.press('Escape');
  await page.clock.runFor(1_000);
  await page.clock.resume();
  await page.waitForLoadState('networkidle');
  await expect(list(page)).toBeHidden();
});

test('V6: Escape closes, the mouse chooses, and Enter alone shows everything', async ({ page }) => {
  await page.goto('/genres', { waitUntil: 'networkidle' });
  await box(page).fill('drama');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue('drama');
  await page.keyboard.press('ArrowDown');
  await list(page)
    .getByRole('group', { name: 'Genres' })
    .getByRole('option', { name: /^Drama/ })
    .click();
  await expect(page).toHaveURL(/\/genres\/\d+-drama$/);
  await box(page).fill('godfather');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=godfather$/);
  await expect(page.getByRole('heading', { level: 2, name: /^Films/ })).toBeVisible();
});

test('V6: only the last letters are asked for, and an older answer never comes over a newer one', async ({
  page,
}) => {
  // The page's clock stands while one types, so that a slow machine is no pause in the typing.
  await page.clock.install();
  await page.goto('/', { waitUntil: 'networkidle' });
  const asked: string[] = [];
  const older = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  await page.route('**/trpc/search.everything**', async (route) => {
    const { q } = JSON.parse(new URL(route.request().url()).searchParams.get('input') ?? '{}');
    asked.push(q);
    if (q !== 'the') return route.continue();
    await older.promise;
    // Whoever asked may have given it up meanwhile.
    await route.continue().catch(() => {});
    arrived.resolve();
  });
  await box(page).focus();
  // Its list is there and listens: what is in the box when it comes is asked for at once.
  await page.getByRole('search').locator('[role=status]').waitFor({ state: 'attached' });
  const type = async (letters: string) => {
    // A time that is still to come when the page hears of it.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 600_000));
    await page.keyboard.type(letters);
    await page.clock.resume();
  };
  await type('the');
  await expect.poll(() => asked).toEqual(['the']);
  await type(' godfather');
  const first = list(page).getByRole('option').first();
  await expect(first).toContainText('The Godfather');
  expect(asked).toEqual(['the', 'the godfather']);
  older.resolve();
  await arrived.promise;
  await page.waitForLoadState('networkidle');
  await expect(first).toContainText('The Godfather');
  expect(asked).toEqual(['the', 'the godfather']);
});

test('V8: a character leads to its films and to whoever played it', async ({ page }) => {
  await page.goto('/search?q=corleone');
  const characters = page.getByRole('region', { name: /^Characters/ });
  await characters
    .getByRole('link', { name: /Corleone/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/characters\/\d+-/);
  await expect(page.locator('main dl')).toContainText('Played by');
  await expect(page.locator('main dl').getByRole('link', { name: /Godfather/ })).toBeVisible();
});

test('V6: all that was found, by kind and with numbers; a kind can be seen whole', async ({ page }) => {
  await page.goto('/search?q=an', { waitUntil: 'networkidle' });
  const films = page.getByRole('region', { name: 'Films' });
  await expect(films.getByRole('listitem')).toHaveCount(12);
  const count = Number((await films.locator('h2 + p').textContent())?.replace(/\D/g, ''));
  expect(count).toBeGreaterThan(12);
  await films.getByRole('link', { name: 'Show all films' }).click();
  await expect(page).toHaveURL(/\/movies\?q=an$/);
  await expect(page.locator('main [role=status]')).toHaveText(`${count} films`);
});
