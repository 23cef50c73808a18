import { expect, type Page } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { draw } from './clipboard.ts';
import { field, signIn, state } from './console.ts';

async function upload(page: Page, name: string, seed: number): Promise<number> {
  const buffer = await draw(page, { width: 120, height: 180, seed });
  const file = { name, mimeType: 'image/png', buffer };
  const answer = await page.request.post('/files?library=true', { multipart: { file } });
  return (await answer.json()).item.id;
}

test('E44: a file says who uses it, is replaced in place, and goes only when nobody does', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/admin/files');
  const id = await upload(page, 'quay.png', 60);
  const film = { title: 'Quay of Files', posterFileId: id };
  const made = await page.request.post('/trpc/admin.movies.create', { data: { data: film } });
  const movie = (await made.json()).result.data.item;

  await page.goto(`/admin/files/${id}`);
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText(
    /Used by 1 film:\s*Quay of Files/,
  );
  await field(page, 'Source').fill('https://example.org/quay');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'better.png',
    mimeType: 'image/png',
    buffer: await draw(page, { width: 240, height: 360, seed: 61 }),
  });
  await expect(page.getByText('240 × 360')).toBeVisible();
  // What was typed is still there, and its save is not refused for the replacement.
  await expect(field(page, 'Source')).toHaveValue('https://example.org/quay');
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('Saved');
  const now = await page.request.get(
    `/trpc/admin.movies.get?input=${encodeURIComponent(JSON.stringify({ id: movie.id }))}`,
  );
  const { poster } = (await now.json()).result.data.item;
  expect(poster).toMatchObject({ id, width: 240, height: 360 });
  expect(poster.url).not.toBe(movie.poster.url);

  await test.step('deleting it is refused with the way to who uses it', async () => {
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog).toContainText('Used by 1 film:');
    await dialog.getByRole('link', { name: 'Quay of Files' }).click();
    await expect(page).toHaveURL(new RegExp(`/movies/${movie.id}`));
    await expect(field(page, 'Title')).toHaveValue('Quay of Files');
  });

  await test.step('the crop of a file is saved with its form', async () => {
    await page.goto(`/admin/files/${id}`);
    await page.getByRole('button', { name: 'Crop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '1:1' }).click();
    await page.getByRole('button', { name: 'Use this crop' }).click();
    await expect(state(page)).toHaveText('Unsaved (1)');
    await page.keyboard.press('Control+s');
    await expect(state(page)).toHaveText('Saved');
    const file = await page.request.get(
      `/trpc/admin.files.get?input=${encodeURIComponent(JSON.stringify({ id }))}`,
    );
    expect((await file.json()).result.data.item.crop).toEqual({ left: 0, top: 60, width: 240, height: 240 });
  });
});

test('E44: pictures come into the library by paste anywhere on its page, several at once by choice', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/admin/files');
  const pictures = await Promise.all(
    [62, 63].map(async (seed) => ({
      ...{ name: `shelf ${seed}.png`, mimeType: 'image/png' },
      buffer: await draw(page, { width: 100, height: 100, seed }),
    })),
  );
  await page.locator('input[type="file"]').setInputFiles(pictures);
  for (const { name } of pictures) await expect(page.getByRole('main').getByText(name).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Uploads' }).getByRole('listitem')).toHaveCount(0);
  await page.locator('input[type="file"]').setInputFiles(pictures.slice(0, 1));
  await expect(page.getByText('This very picture is in the library already')).toBeVisible();
});

test('E44: what nothing shows is found by one press, and goes all at once', async ({ page }) => {
  await signIn(page);
  await page.goto('/admin/files');
  const names = ['left 1.png', 'left 2.png'];
  for (const [index, name] of names.entries()) await upload(page, name, 70 + index);
  await page.reload();
  await page.getByRole('link', { name: /shown nowhere/ }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toHaveText('Used is 0');
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete 2 files?' });
  await expect(dialog.getByRole('listitem')).toHaveText(names);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted 2 files')).toBeVisible();
  for (const name of names)
    await expect(page.getByRole('checkbox', { name: `Select ${name}` })).toHaveCount(0);
});
