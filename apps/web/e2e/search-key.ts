import { expect, type Page } from '@playwright/test';

/** Presses "/", which leads to the search box as soon as the page's scripts listen. */
export async function pressSlash(page: Page): Promise<void> {
  const box = page.getByRole('banner').getByRole('combobox');
  const there = () => box.evaluate((input) => input === document.activeElement);
  await expect(async () => {
    if (!(await there())) await page.keyboard.press('/');
    expect(await there()).toBe(true);
  }).toPass();
}
