import type { Page } from '@playwright/test';

export interface Drawing {
  width: number;
  height: number;
  /** Another number, other bytes. */
  seed: number;
}

/** A PNG that the browser draws: its left half is dark, its right half light, so that a crop shows in its pixels. */
export async function draw(page: Page, { width, height, seed }: Drawing): Promise<Buffer> {
  const url = await page.evaluate(
    ([width, height, seed]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('There is nothing to draw on');
      context.fillStyle = `rgb(20, ${seed % 100}, 60)`;
      context.fillRect(0, 0, width, height);
      context.fillStyle = `rgb(250, 240, ${seed % 100})`;
      context.fillRect(width / 2, 0, width / 2, height);
      return canvas.toDataURL('image/png');
    },
    [width, height, seed] as const,
  );
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

/** Puts a drawn picture into the clipboard, as a drawing program does. */
export async function copy(page: Page, drawing: Drawing): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const bytes = (await draw(page, drawing)).toString('base64');
  await page.evaluate(async (bytes) => {
    const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    const blob = new Blob([data], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, bytes);
}
