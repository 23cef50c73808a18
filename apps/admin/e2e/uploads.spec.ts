import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../../api/e2e/test.ts';
import { copy, draw } from './clipboard.ts';
import { field, signIn, state } from './console.ts';

const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

async function makeFilm(page: Page, title: string): Promise<number> {
  const answer = await page.request.post('/trpc/admin.movies.create', { data: { data: { title } } });
  const { id } = (await answer.json()).result.data.item;
  await page.goto(`/admin/movies/${id}`);
  await expect(field(page, 'Title')).toHaveValue(title);
  return id;
}

test('E13: a poster from the clipboard, by choice and by drop; what is refused says why', async ({
  page,
}, info) => {
  await signIn(page);
  const id = await makeFilm(page, 'Pasted');

  await test.step('what cannot be kept is refused beside the field, before it is sent', async () => {
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/files') sent += 1;
    });
    const input = page.locator('input[type="file"]');
    // From the disk: so many bytes take the test half a minute to hand over.
    const film = info.outputPath('film.mov');
    await writeFile(film, Buffer.alloc(40 * 1024 * 1024, 1));
    await input.setInputFiles(film);
    await expect(page.getByRole('alert')).toContainText('This file has 40 MB: at most 20 MB');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await input.setInputFiles(png('drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')));
    await expect(page.getByRole('alert')).toContainText('JPEG, PNG, WebP or AVIF');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(sent).toBe(0);
  });

  await test.step('pasted', async () => {
    await copy(page, { width: 400, height: 600, seed: 1 });
    await page.getByRole('button', { name: 'Upload a picture' }).focus();
    await page.keyboard.press('Control+v');
    await expect(page.getByText('400 × 600')).toBeVisible();
    await expect(state(page)).toHaveText('Unsaved (1)');
    await page.keyboard.press('Control+s');
    await expect(state(page)).toHaveText('Saved');
    await page.goto(`/movies/${id}`);
    await expect(page.locator('main img').first()).toHaveAttribute('src', /\/files\/\d+\//);
  });

  await test.step('the same bytes are offered instead of being sent again, unless they are a poster already', async () => {
    await makeFilm(page, 'Pasted too');
    await page
      .locator('input[type="file"]')
      .setInputFiles(png('spare.png', await draw(page, { width: 300, height: 450, seed: 2 })));
    await expect(page.getByText('300 × 450')).toBeVisible();
    // Taken away again: it lies in the library, used by nobody.
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles(png('again.png', await draw(page, { width: 300, height: 450, seed: 2 })));
    await expect(page.getByText('This very picture is in the library already')).toBeVisible();
    await page.getByRole('button', { name: 'Use spare.png' }).click();
    await expect(page.getByText('300 × 450')).toBeVisible();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles(png('poster.png', await draw(page, { width: 400, height: 600, seed: 1 })));
    await expect(page.getByText('400 × 600')).toBeVisible();
  });

  await test.step('an upload is cancelled, and one that was interrupted is tried again', async () => {
    await makeFilm(page, 'Interrupted');
    // One route to the end: when the last goes, the browser may send on what it held.
    let fate: 'hold' | 'abort' | 'continue' = 'hold';
    await page.route('**/files', (route) => (fate === 'hold' ? undefined : route[fate]()));
    // Cancelled while the server is still asked for its bytes, it is not sent, and nothing waits behind it.
    const known = Promise.withResolvers<void>();
    const asked = page.waitForRequest('**/trpc/admin.files.known*');
    await page.route('**/trpc/admin.files.known*', (route) => known.promise.then(() => route.continue()));
    await page
      .locator('input[type="file"]')
      .setInputFiles(png('early.png', await draw(page, { width: 500, height: 750, seed: 9 })));
    await asked;
    await page.getByRole('button', { name: 'Cancel' }).click();
    known.resolve();
    const bytes = await draw(page, { width: 500, height: 750, seed: 3 });
    await page.locator('input[type="file"]').setInputFiles(png('slow.png', bytes));
    await expect(page.getByRole('progressbar', { name: 'Uploading slow.png' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    fate = 'abort';
    await page.locator('input[type="file"]').setInputFiles(png('slow.png', bytes));
    await expect(page.getByRole('alert')).toContainText('The upload was interrupted');
    fate = 'continue';
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('500 × 750')).toBeVisible();
  });

  await test.step('several at once, dropped', async () => {
    await page.goto('/admin/persons/new');
    await field(page, 'Last name').fill('Pictured');
    const files = await Promise.all(
      [4, 5, 6].map(async (seed) => [...(await draw(page, { width: 200 + seed, height: 300, seed }))]),
    );
    const data = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const [n, bytes] of files.entries())
        transfer.items.add(new File([new Uint8Array(bytes)], `still ${n}.png`, { type: 'image/png' }));
      return transfer;
    }, files);
    await page.getByRole('group', { name: 'Pictures' }).dispatchEvent('drop', { dataTransfer: data });
    await expect(page.getByRole('list', { name: 'Pictures, in order' }).getByRole('listitem')).toHaveCount(3);
    await field(page, 'Caption of picture 1').fill('On the quay');
    await page.getByRole('button', { name: 'Move picture 1 down' }).click();
    await expect(page.getByText('Picture 1 of 3 moved to 2')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page).toHaveURL(/\/persons\/\d+$/);
    await page.reload();
    await expect(field(page, 'Caption of picture 2')).toHaveValue('On the quay');
  });
});

test('E14: the focal point and the crop are moved by keyboard and by hand; the original stays', async ({
  page,
}) => {
  await signIn(page);
  const id = await makeFilm(page, 'Cropped');
  await page
    .locator('input[type="file"]')
    .setInputFiles(png('wide.png', await draw(page, { width: 1600, height: 900, seed: 7 })));
  await expect(page.getByText('1600 × 900')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('Saved');
  const shown = async () => {
    await page.goto(`/movies/${id}`);
    return (await page.locator('main img').first().getAttribute('src')) ?? '';
  };
  const before = await shown();
  const file = before.match(/\/files\/(\d+)\//)?.[1];
  const original = async () => {
    const answer = await page.request.get(
      `/trpc/admin.files.get?input=${encodeURIComponent(`{"id":${file}}`)}`,
    );
    const { item } = (await answer.json()).result.data;
    return { item, bytes: await (await page.request.get(item.original)).body() };
  };
  const was = await original();

  await page.goto(`/admin/movies/${id}`);
  await page.getByRole('button', { name: 'Crop' }).click();
  const dialog = page.getByRole('dialog', { name: 'Crop wide.png' });
  const seen = (label: string) => dialog.locator('figure', { hasText: label }).locator('canvas');
  await expect(seen('Poster 2:3')).toHaveAttribute('data-seen', '500 0 600 900');

  await test.step('the focal point moves the previews', async () => {
    const focal = dialog.getByRole('button', { name: 'The focal point' });
    await focal.press('Shift+ArrowRight');
    await focal.press('Shift+ArrowRight');
    await expect(dialog.getByText('The focal point is 70% across')).toBeVisible();
    await expect(seen('Poster 2:3')).not.toHaveAttribute('data-seen', '500 0 600 900');
    const at = await focal.boundingBox();
    if (!at) throw new Error('No focal point');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(2, at.y, { steps: 5 });
    await page.mouse.up();
    await expect(dialog.getByText('The focal point is 0% across')).toBeVisible();
    await expect(seen('Poster 2:3')).toHaveAttribute('data-seen', '0 0 600 900');
    await expect(seen('Card 1:1')).toHaveAttribute('data-seen', '0 0 900 900');
    await expect(seen('Wide 16:9')).toHaveAttribute('data-seen', '0 0 1600 900');
  });

  await test.step('the crop takes the light half', async () => {
    await dialog.getByRole('button', { name: '2:3' }).click();
    await expect(dialog.getByText('600 × 900 pixels of 1600 × 900')).toBeVisible();
    const frame = dialog.getByRole('button', { name: 'The frame of the crop' });
    for (let step = 0; step < 4; step += 1) await frame.press('Shift+ArrowRight');
    await expect(dialog.getByText('from 1000 across and 0 down')).toBeVisible();
    const pixel = await seen('Poster 2:3').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('No canvas');
      return [...(canvas.getContext('2d')?.getImageData(5, 5, 1, 1).data ?? [])];
    });
    expect(pixel[0]).toBeGreaterThan(200);
    await dialog.getByRole('button', { name: 'Use this crop' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the site shows it at another address; the original is as it was', async () => {
    const after = await shown();
    expect(after).not.toBe(before);
    const { item, bytes } = await original();
    expect(item.crop).toEqual({ left: 1000, top: 0, width: 600, height: 900 });
    expect(bytes.equals(was.bytes)).toBe(true);
    expect((await page.request.get(after)).status()).toBe(200);
  });
});
