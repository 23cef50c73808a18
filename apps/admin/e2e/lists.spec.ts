import { expect, type Locator, type Page } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from '../../api/e2e/test.ts';
import { addressOf, choose, complaintsOf, signIn, titleOf, titles } from './console.ts';

const noPoster = { field: 'posterFileId', op: 'empty' };
/** What an element says; a text, whatever it is. */
const textOf = async (locator: Locator) => (await locator.textContent()) ?? '';
/** How many rows the heading tells of. */
async function count(page: Page): Promise<number> {
  const heading = page.locator('#main header').first();
  await expect(heading).toHaveText(/\d/);
  return Number((await textOf(heading)).match(/[\d,]+/)?.[0].replace(',', ''));
}
/** The value that an editable cell shows. */
const shown = (cell: Locator) => cell.locator('span').first();

test.beforeEach(async ({ page }) => signIn(page));

test('E1: sorts by several columns, and the address keeps it', async ({ page }) => {
  await page.goto('/admin/movies');
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await page.getByRole('button', { name: 'Title', exact: true }).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=-releaseDate(,|%2C)title/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /Year/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('columnheader', { name: /Title/ })).toHaveAttribute('aria-sort', 'ascending');
  const years = await page.locator('[data-cell$=" releaseDate"] > span:first-child').allTextContents();
  expect(years.map(Number)).toEqual(years.map(Number).toSorted((a, b) => b - a));
});

test('E2: builds a filter of groups over relations and emptiness; a chip that goes asks again, from page one', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/admin/movies');
  const all = await count(page);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/after=/);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('group', { name: 'Filter', exact: true });
  await filter.getByRole('button', { name: 'Add condition' }).click();
  await filter.getByRole('combobox', { name: 'Field' }).selectOption({ label: 'Genres' });
  for (const genre of ['Crime', 'Thriller'])
    await choose(page.getByPlaceholder('Type to add: genres'), genre);
  await expect(page).toHaveURL(/filter=/);
  await expect(page).not.toHaveURL(/after=/);

  await filter.getByRole('button', { name: 'Add group' }).click();
  const group = page.getByRole('group', { name: 'Group of conditions' });
  await group.getByRole('combobox', { name: 'Field' }).selectOption({ label: 'Release date' });
  await group
    .getByRole('combobox', { name: 'How release date is compared' })
    .selectOption({ label: 'is from' });
  await group.getByRole('textbox', { name: 'Release date' }).fill('1990');
  await group.getByRole('button', { name: 'Add condition' }).click();
  await group.getByRole('combobox', { name: 'Field' }).last().selectOption({ label: 'Poster' });
  await expect(page).toHaveURL(/posterFileId/);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();

  const chips = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(chips).toHaveText([
    /^Genres is any of Crime, Thriller$/,
    /^Release date is from “1990” or Poster is empty$/,
  ]);
  await expect.poll(() => count(page)).toBeLessThan(all);
  const filtered = await count(page);
  await chips.last().getByRole('button').click();
  await expect(chips).toHaveCount(1);
  await expect.poll(() => count(page)).toBeGreaterThanOrEqual(filtered);
  await chips.last().getByRole('button').click();
  await expect.poll(() => count(page)).toBe(all);

  await page.goto(addressOf({ and: [noPoster, { field: 'releaseDate', op: 'in', value: '1700' }] }));
  await page.getByRole('button', { name: 'Drop the last filter' }).click();
  await expect(titles(page).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('E3: shows the columns that each user chose, on whatever machine', async ({ page, browser }) => {
  await page.goto('/admin/countries');
  await expect(page.getByRole('columnheader', { name: 'ISO code' })).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'ISO code' }).click();
  await page.getByRole('button', { name: 'Move Films up' }).click();
  await expect(page.getByText('Films moved to 1 of 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader')).toHaveText(['', 'Films', 'Name']);

  const edge = page.getByRole('separator', { name: 'Width of Films' });
  // Once it stands still: the menu that closes and the rows that come move it.
  await edge.hover();
  const { x, y, width, height } = (await edge.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 90, y + height / 2, { steps: 4 });
  await page.mouse.up();
  const dragged = Number(await edge.getAttribute('aria-valuenow'));
  expect(dragged).toBeGreaterThan(120);
  const kept = page.waitForResponse(
    (answer) =>
      answer.url().includes('preferences.set') &&
      Boolean(
        answer
          .request()
          .postData()
          ?.includes(`:${dragged + 16}`),
      ),
  );
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(dragged + 16));
  await kept;
  const column = await page.getByRole('columnheader', { name: 'Films' }).boundingBox();
  expect(Math.abs((column?.width ?? 0) - dragged - 16)).toBeLessThan(3);

  await using elsewhere = await browser.newPage();
  await signIn(elsewhere);
  await elsewhere.goto('/admin/countries');
  await expect(elsewhere.getByRole('columnheader')).toHaveText(['', 'Films', 'Name']);
  const there = elsewhere.getByRole('separator', { name: 'Width of Films' });
  await expect(there).toHaveAttribute('aria-valuetext', `${dragged + 16} pixels`);
  await elsewhere.getByRole('button', { name: 'Columns' }).click();
  await elsewhere.getByRole('button', { name: 'Reset columns' }).click();
  await expect(elsewhere.getByRole('columnheader')).toHaveText(['', 'Name', 'ISO code', 'Films']);
  await expect(there).toHaveAttribute('aria-valuetext', 'As wide as what it holds');
});

test('E4: keeps a view for everybody as a tab with its count and an address', async ({ page, browser }) => {
  await page.goto(addressOf({ and: [noPoster, { field: 'releaseDate', op: 'in', value: '1959' }] }));
  await page.getByRole('button', { name: 'Save as a view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('No poster, 1959');
  await page.getByRole('checkbox', { name: 'For everybody' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\?view=\d+$/);
  const found = await titles(page).count();
  expect(found).toBeGreaterThan(0);

  await using elsewhere = await browser.newPage();
  await signIn(elsewhere);
  await elsewhere.goto(page.url());
  const tab = elsewhere.getByRole('link', { name: `No poster, 1959 ${found}` });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(titles(elsewhere)).toHaveCount(found);
  await elsewhere.getByRole('link', { name: /^All/ }).click();
  await tab.click();
  await expect(titles(elsewhere)).toHaveCount(found);
  await elsewhere.getByRole('button', { name: 'Edit this view' }).click();
  await elsewhere.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(tab).toHaveCount(0);
});

test('E5: edits a cell in its place; Enter saves and goes on, Escape leaves it, wrong values are not sent', async ({
  page,
}) => {
  await page.goto(addressOf({ field: 'durationMinutes', op: 'notEmpty' }, '&sort=title'));
  const cells = page.locator('[data-cell$=" durationMinutes"]');
  const before = Number(await textOf(shown(cells.nth(0))));
  const second = await textOf(shown(cells.nth(1)));
  await cells.nth(0).focus();
  await page.keyboard.press('Enter');
  const input = page.getByRole('textbox', { name: /^Minutes of/ });
  await expect(input).toHaveValue(String(before));
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().includes('movies.update')) sent += 1;
  });
  await input.fill('abc');
  await input.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A whole number');
  expect(sent).toBe(0);
  await input.press('Escape');
  await expect(cells.nth(0)).toBeFocused();
  await expect(shown(cells.nth(0))).toHaveText(String(before));

  await page.keyboard.press('Enter');
  await input.fill(String(before + 1));
  await input.press('Enter');
  await expect(shown(cells.nth(0))).toHaveText(String(before + 1));
  await expect(cells.nth(0).getByLabel('Saved')).toBeVisible();
  await expect(cells.nth(1)).toBeFocused();
  await expect(shown(cells.nth(1))).toHaveText(second);

  // A colleague is faster: what came in between is said, and nothing is lost on either side.
  await cells.nth(0).click();
  await expect(input).toHaveValue(String(before + 1));
  const [id] = (await page.locator('#main [data-row]').first().getAttribute('data-row'))?.split(' ') ?? [];
  const other = await page.request.post('/trpc/admin.movies.update', {
    data: { id: Number(id), data: { durationMinutes: before + 7 } },
  });
  expect(other.ok()).toBe(true);
  await input.fill(String(before + 2));
  await input.press('Enter');
  await expect(page.getByRole('alert')).toContainText('changed this in the meantime');
  await expect(input).toHaveValue(String(before + 2));
  await input.press('Enter');
  await expect(shown(cells.nth(0))).toHaveText(String(before + 2));
});

test('E6: adds a genre to all that a filter holds, after saying how many will change', async ({ page }) => {
  const filter = { field: 'releaseDate', op: 'until', value: '1999' };
  const drama = { field: 'genreIds', op: 'any' };
  await page.goto(addressOf(filter));
  const all = await count(page);
  expect(all).toBeGreaterThan(50);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: `Select all ${all} matching` }).click();
  await expect(page.getByText(`all ${all} films selected`)).toBeVisible();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await choose(dialog.getByRole('combobox', { name: 'Genres' }), 'Drama');
  const preview = dialog.getByText(/will change/);
  await expect(preview).toBeVisible();
  const [change = 0, already = 0] = (await textOf(preview)).match(/\d+/g)?.map(Number) ?? [];
  expect(change + already).toBe(all);
  expect(change).toBeGreaterThan(0);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: `Change ${change}` }).click();
  await expect(page.getByText(`Add genres: ${change} films changed`)).toBeVisible();
  const { items } = (
    await (await page.request.get('/trpc/admin.genres.options?input=%7B%22q%22%3A%22Drama%22%7D')).json()
  ).result.data;
  await page.goto(addressOf({ and: [filter, { ...drama, value: [items[0].id] }] }));
  await expect.poll(() => count(page)).toBe(all);
});

test('E7: pages by cursor and counts honestly', async ({ page }) => {
  await page.goto('/admin/characters');
  const all = await count(page);
  const seen = new Set<string | null>();
  for (let pages = 0; pages < 3; pages += 1) {
    await expect(page.locator('tbody[class*="old"]')).toHaveCount(0);
    for (const row of await page.locator('#main tr[data-row]').all())
      seen.add(await row.getAttribute('data-row'));
    await page.getByRole('link', { name: 'Next' }).click();
    await expect
      .poll(async () => seen.has(await page.locator('#main tr[data-row]').first().getAttribute('data-row')))
      .toBe(false);
  }
  expect(seen.size).toBe(150);
  expect(await count(page)).toBe(all);
});

test('E8: goes from record to record of the list that led there', async ({ page }) => {
  await page.goto(addressOf(noPoster, '&sort=-releaseDate'));
  const all = await count(page);
  const fourth = await titleOf(page, 3);
  await titles(page).nth(2).click();
  const place = page.getByRole('navigation', { name: 'Place in the list' });
  await expect(place).toHaveText(`3 of ${all}`);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(fourth);
  await expect(place).toHaveText(`4 of ${all}`);
  await page.keyboard.press('[');
  await expect(place).toHaveText(`3 of ${all}`);
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Films' }).click();
  await expect(page).toHaveURL(/filter=.*sort=-releaseDate/);
});
