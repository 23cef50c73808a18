import { expect, type Page, type Request } from '@playwright/test';
import { test as base } from '../../api/e2e/test.ts';

/**
 * Opens a page and waits for the code that a first visit does not load (apps/web/src/components/late.tsx). It comes when
 * a visitor first moves, or a second later: a hand is slower than that, a test is not.
 */
export async function wake<T>(page: Page, open: () => Promise<T>): Promise<T> {
  const code = page.waitForResponse(/\/site-footer[^/]*\.js$/, { timeout: 20_000 }).catch(() => null);
  const opened = await open();
  if (await page.locator('script[src*="/entry-client"]').count()) {
    const underway = new Set<Request>();
    const begin = (request: Request) => request.url().endsWith('.js') && underway.add(request);
    const end = (request: Request) => underway.delete(request);
    page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
    await page.mouse.move(5, 5);
    await code;
    await expect.poll(() => underway.size).toBe(0);
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }
  return opened;
}

/** Whoever waits until a page is quiet finds it as a visitor does who has looked at it. */
export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    const { goto, reload } = page;
    if (javaScriptEnabled !== false) {
      page.goto = (url, options) =>
        options?.waitUntil === 'networkidle'
          ? wake(page, () => goto.call(page, url, options))
          : goto.call(page, url, options);
      page.reload = (options) =>
        options?.waitUntil === 'networkidle'
          ? wake(page, () => reload.call(page, options))
          : reload.call(page, options);
    }
    await use(page);
  },
});
