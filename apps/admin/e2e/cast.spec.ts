import { expect, type Page } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { signIn, state } from './console.ts';

const rows = (page: Page) => page.getByRole('group', { name: /^Row \d+ of \d+:/ });
const characters = (page: Page) => page.getByRole('textbox', { name: 'Character' });
const names = async (page: Page) =>
  characters(page).evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')));

/** Twelve people of the sample, each by enough letters. */
const people = [
  ...['Corinne Marchand', 'Michel Legrand', 'Antoine Bourseiller', 'Winsor McCay'],
  ...['Edmund Breon', 'Jean Gabin', 'Marcel Dalio', 'Michel Simon'],
  ...['Arletty', 'Jean Marais', 'Anna Karina', 'Catherine Deneuve'],
];

/** Writes one row without the pointer: person, Tab, character; Enter goes on to the next row. */
async function writeRow(page: Page, who: string, character: string): Promise<void> {
  const option = page.getByRole('listbox').getByRole('option').first();
  await page.keyboard.type(who);
  await expect(option).toContainText(who);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(option).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(option).toHaveCount(0);
  await page.keyboard.press('Tab');
  if (
    !(await characters(page)
      .last()
      .evaluate((one) => one === document.activeElement))
  )
    await page.keyboard.press('Tab');
  await page.keyboard.type(character);
}

test('E12: twelve rows by keyboard alone, in the order that the public page shows', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto('/admin/movies/new');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Twelve at Table');
  await page.getByRole('button', { name: 'Add to the cast' }).focus();
  await page.keyboard.press('Enter');
  for (const [index, who] of people.entries()) {
    await expect(rows(page)).toHaveCount(index + 1);
    await writeRow(page, who, `Guest ${index + 1}`);
    if (index < people.length - 1) await page.keyboard.press('Enter');
  }
  await expect(rows(page).nth(11)).toHaveAccessibleName('Row 12 of 12: Catherine Deneuve');
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/\/movies\/\d+$/);
  await expect(state(page)).toHaveText('Saved');
  const id = page.url().split('/').pop();

  await test.step('row 9 goes to 2 by its number, by Alt with an arrow, and by drag', async () => {
    const place = page.getByRole('textbox', { name: 'Place of Arletty' });
    await place.fill('2');
    await place.press('Enter');
    await expect(page.getByText('Row 9 of 12 moved to 2')).toBeVisible();
    await expect(rows(page).nth(1)).toHaveAccessibleName('Row 2 of 12: Arletty');
    await expect(state(page)).toHaveText('Unsaved (1)');

    await characters(page).nth(1).press('Alt+ArrowUp');
    await expect(page.getByText('Row 2 of 12 moved to 1')).toBeVisible();
    await expect(characters(page).nth(0)).toBeFocused();
    await characters(page).nth(0).press('Alt+ArrowDown');
    await expect(page.getByText('Row 1 of 12 moved to 2')).toBeVisible();

    await rows(page)
      .nth(3)
      .evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const from = await page.getByTitle('Drag to another place').nth(4).boundingBox();
    const to = await page.getByTitle('Drag to another place').nth(2).boundingBox();
    if (!from || !to) throw new Error('No handles');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, from.y - 20, { steps: 5 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2 - 4, { steps: 10 });
    await page.mouse.up();
    await expect(page.getByText('Row 5 of 12 moved to 3')).toBeVisible();
    await expect
      .poll(() => names(page))
      .toEqual([1, 9, 4, 2, 3, 5, 6, 7, 8, 10, 11, 12].map((guest) => `Guest ${guest}`));
  });

  await test.step('an order alone is saved, and is there after a reload', async () => {
    const sent = page.waitForRequest(/admin\.movies\.update/);
    await page.keyboard.press('Control+s');
    // In a batch of one.
    expect(Object.keys((await sent).postDataJSON()[0].data)).toEqual(['cast']);
    await expect(state(page)).toHaveText('Saved');
    await page.goto(`/movies/${id}`);
    await expect(page.locator('main')).toContainText(
      /Guest 1[\s\S]*Guest 9[\s\S]*Guest 4[\s\S]*Guest 2[\s\S]*Guest 3/,
    );
  });

  await test.step('a row that is not saved yet is moved like any other; a second character has its own line', async () => {
    await page.goto(`/admin/movies/${id}`);
    await page.getByRole('button', { name: 'Remove Winsor McCay from the cast' }).click();
    await expect(page.getByText('Removed Winsor McCay from the cast')).toBeVisible();
    await page.getByRole('button', { name: 'Add to the cast' }).press('Enter');
    await writeRow(page, 'Winsor McCay', 'Late guest');
    await page.getByRole('textbox', { name: 'Place of Winsor McCay' }).fill('1');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Row 12 of 12 moved to 1')).toBeVisible();
    const first = rows(page).first();
    await first.getByRole('button', { name: 'Add a character' }).click();
    await first.getByRole('textbox', { name: 'Character' }).nth(1).fill('His shadow');
    await first.getByRole('textbox', { name: 'Description' }).nth(1).fill('Long, in the evening');
    await first.getByRole('combobox', { name: 'Role' }).nth(1).selectOption('Background');
    await page.keyboard.press('Control+s');
    await expect(state(page)).toHaveText('Saved');
    await page.reload();
    await expect(characters(page).nth(0)).toHaveValue('Late guest');
    await expect(characters(page).nth(1)).toHaveValue('His shadow');
    await expect(
      page.getByRole('textbox', { name: 'Description' }).filter({ hasText: '' }).nth(2),
    ).toBeVisible();
    await expect(characters(page).nth(2)).toHaveValue('Guest 1');
  });

  await test.step('nobody is in a cast twice: said beside the second', async () => {
    await page.getByRole('button', { name: 'Add to the cast' }).press('Enter');
    await writeRow(page, 'Winsor McCay', 'Twice');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('combobox', { name: 'Person' }).last()).toHaveAccessibleDescription(
      /Is in the cast already/,
    );
    await expect(page.getByRole('combobox', { name: 'Person' }).last()).toBeFocused();
  });
});
