import { expect, type Page } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { test } from '../../api/e2e/test.ts';
import { signIn, someOf } from './console.ts';

/** Every place of the menu, as the registry has it: a resource that is added is walked by itself. */
async function places(page: Page): Promise<string[]> {
  await page.goto('/admin');
  const links = page.locator('nav[aria-label=Console] a');
  await expect(links.first()).toBeAttached();
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
}

/** Every screen: the places, a new record of each, and one that is there. */
async function* screens(page: Page): AsyncIterable<string> {
  const menu = await places(page);
  expect(menu.length).toBeGreaterThan(11);
  for (const place of [...menu, '/admin/favoriteMovies/most', '/admin/nothing/here']) {
    await page.goto(place);
    await settled(page);
    yield place;
    // The overview, the system and what lies deeper have no records.
    if (/\/admin\/(system)?$/.test(place) || place.split('/').length > 3) continue;
    const record = await someOf(page, place.split('/').at(-1) ?? '');
    if (record) {
      await page.goto(record);
      await settled(page);
      yield `${place}, a record`;
    }
    await page.goto(`${place}/new`);
    await settled(page);
    if (!(await page.getByText('There is nothing here').isVisible())) yield `${place}, a new record`;
  }
}

/** Everything has come, or the page says that there is nothing. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('#main :is(h1, h2, p)').first()).toBeVisible();
  await expect(page.locator('#main [role=status][aria-label^=Loading]')).toHaveCount(0);
  await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`E40: no screen keeps anybody out in the ${colorScheme} theme`, async ({ page }) => {
    test.setTimeout(240_000);
    const look = { colorsOnly: colorScheme === 'dark' };
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/admin');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(await barriers(page, look)).toEqual([]);
    await signIn(page);
    for await (const screen of screens(page)) expect(await barriers(page, look), screen).toEqual([]);
    await page.goto('/admin/genres');
    await settled(page);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await barriers(page, look), 'the palette').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    expect(await barriers(page, look), 'the sheet').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await barriers(page, look), 'the account').toEqual([]);
  });
}

test('E41: no screen is wider than a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  for await (const screen of screens(page)) {
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, screen).toBeLessThanOrEqual(0);
  }
  await page.goto('/admin/genres');
  await page.getByRole('button', { name: 'Open the menu' }).click();
  const drawer = page.getByRole('dialog', { name: 'Cinematheque' });
  await drawer.getByRole('link', { name: 'Films', exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/movies$/);
  await expect(drawer).toHaveCount(0);
  await page.getByRole('searchbox').first().fill('gertie');
  await page.locator('#main tbody a, #main [role=row] a').first().click();
  // Another length than before: the test may have been here already.
  const minutes = page.getByRole('textbox', { name: 'Minutes' });
  await minutes.fill(String((Number(await minutes.inputValue()) % 60) + 1));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('form').getByRole('status')).toHaveText('Saved');
});

test('E42: a reload in the dark shows no light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await signIn(page);
  await page.goto('/admin/genres');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // The background at the first frame, and at each one until the page is there.
  await page.addInitScript(() => {
    const look = () => {
      const seen = document.documentElement.dataset.seen ?? '';
      if (document.body) {
        document.documentElement.dataset.seen = `${seen}${getComputedStyle(document.body).backgroundColor};`;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const seen = (await page.locator('html').getAttribute('data-seen'))?.split(';').filter(Boolean);
  expect(seen?.length).toBeGreaterThan(2);
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  // Before the style sheet has come nothing is painted: the page is transparent then.
  expect(new Set(seen?.filter((color) => color !== 'rgba(0, 0, 0, 0)'))).toEqual(new Set([dark]));
});
