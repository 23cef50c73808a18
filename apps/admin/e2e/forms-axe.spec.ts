import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from '../../api/e2e/test.ts';
import { draw } from './clipboard.ts';
import { signIn } from './console.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`E11 E12 E13 E17: axe finds nothing in a form at work, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    const look = { colorsOnly: colorScheme === 'dark' };
    await page.emulateMedia({ colorScheme });
    await signIn(page);
    await page.goto('/admin/movies/new');
    const picture = {
      name: 'axe.png',
      mimeType: 'image/png',
      buffer: await draw(page, { width: 90, height: 60, seed: 50 }),
    };
    await page.request.post('/files', { multipart: { file: picture } });

    await page.goto('/admin/movies/new');
    await page.getByRole('button', { name: 'Add to the cast' }).click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await barriers(page, look), 'errors').toEqual([]);
    await page.getByRole('combobox', { name: 'Person' }).fill('mar');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    // What older typing found is dimmed until the newer answer is there.
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    // While it is open, the library hides everything else from screen readers.
    expect(await barriers(page, { ...look, part: '[role="listbox"]' }), 'choices').toEqual([]);
    await page.getByRole('combobox', { name: 'Person' }).fill('Nobody Of That Name');
    await page.getByRole('option', { name: /^Create the person/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await barriers(page, { ...look, part: '[role="dialog"]' }), 'in place').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('input[type="file"]').setInputFiles({ ...picture, buffer: Buffer.from('no picture') });
    await expect(page.getByRole('alert').filter({ hasText: 'not a picture' })).toBeVisible();
    expect(await barriers(page, look), 'a refused upload').toEqual([]);
    await page.locator('input[type="file"]').setInputFiles(picture);
    await page.getByRole('button', { name: /^Use / }).first().click();
    await page.getByRole('button', { name: 'Crop', exact: true }).click();
    await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
    expect(await barriers(page, { ...look, part: '[role="dialog"]' }), 'cropping').toEqual([]);

    await page.goto('/admin/movies/7');
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    expect(await barriers(page, { ...look, part: '[role="alertdialog"]' }), 'deleting').toEqual([]);
  });
}
