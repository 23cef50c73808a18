import { expect, type Page } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { consoleServer } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { complaintsOf, signIn } from './console.ts';

test.beforeEach(({ page }) => signIn(page));

/** How many rows the list says that it has. */
const counted = (page: Page) => page.locator('#main header h1 + div > span').first();
const numberIn = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

test('E36: a bar of the overview leads to the films that it counts, and each plot is a table too', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/admin');
  for (const bar of [/^1950s: \d+ films$/, /^Comedy: \d+ films$/, /^Japan: \d+ films$/]) {
    const link = page.getByRole('link', { name: bar });
    const [, count] = ((await link.getAttribute('title')) ?? '').split(': ');
    await link.click();
    await expect(page).toHaveURL(/\/admin\/movies\?filter=/);
    await expect(counted(page)).toHaveText(String(numberIn(count ?? '')));
    await page.goBack();
  }
  await page.getByRole('button', { name: 'Films by decade as a table' }).click();
  await expect(page.getByRole('row', { name: /1950s/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Lately' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('E37: a worklist is as long as its number says, which falls when one is mended', async ({ page }) => {
  await page.goto('/admin');
  const gap = page.getByRole('link', { name: /without running time$/ });
  const before = numberIn(await gap.textContent());
  await gap.click();
  await expect(counted(page)).toHaveText(String(before));
  const href = await page.locator('#main tbody a').first().getAttribute('href');
  const id = Number(href?.match(/\/movies\/(\d+)/)?.[1]);
  const data = { id, data: { durationMinutes: 90 } };
  const answer = await page.request.post('/trpc/admin.movies.update', {
    data,
    headers: { origin: consoleServer.address },
  });
  expect(answer.ok()).toBe(true);
  await page.goto('/admin');
  await expect(gap).toHaveText(new RegExp(`^${before - 1} without running time$`));
});

test('E36: completeness of twelve weeks is a line for each kind, and a table', async ({ page }) => {
  // The days that have been noted, whatever day this server has begun on.
  let days: object[] = [];
  await page.route(/dashboard\.overview/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/"trend":\[[^\]]*\]/, `"trend":${JSON.stringify(days)}`);
    await route.fulfill({ response, body });
  });
  await page.goto('/admin');
  await expect(page.getByText('It is noted every day: the lines begin tomorrow.')).toBeVisible();

  days = [
    { day: '2026-01-01', movies: 50, persons: 0, directors: null },
    { day: '2026-01-11', movies: 60, persons: 0, directors: 2.5 },
  ];
  await page.reload();
  await expect(page.getByRole('img', { name: /^Films: 50% on Jan 1, [\d.]+% today$/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Directors: 2\.5% on Jan 11, 0% today$/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Completeness in twelve weeks as a table' }).click();
  await expect(page.getByRole('row', { name: /^Jan 1 50% 0% –$/ })).toBeVisible();
});
