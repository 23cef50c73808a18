import { expect } from '@playwright/test';
import { barriers } from '../../api/e2e/barriers.ts';
import { consoleServer } from '../../api/e2e/server.ts';
import { test } from '../../api/e2e/test.ts';
import { signIn } from './console.ts';

test('E45: a token is made, seen once, works, tells when, and ends at once', async ({ page, playwright }) => {
  await signIn(page);
  await page.goto('/admin/users');
  await page.getByRole('link', { name: 'API tokens' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible();

  await page.getByRole('button', { name: 'Make a token' }).click();
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Name').fill('kiosk');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByLabel('The token').inputValue();
  expect(token).toMatch(/^cine_/);
  expect(await barriers(page)).toEqual([]);

  const program = await playwright.request.newContext({
    baseURL: consoleServer.address,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const read = () => program.get('/trpc/admin.genres.list');
  expect((await read()).status()).toBe(200);

  await page.reload();
  await expect(page.getByLabel('The token')).toHaveCount(0);
  const line = page.getByRole('listitem').filter({ hasText: 'kiosk' });
  await expect(line).toContainText('may read');
  await expect(line).not.toContainText('never used');
  await line.getByRole('button', { name: 'End kiosk' }).click();
  await expect(page.getByText('No tokens yet')).toBeVisible();
  expect((await read()).status()).toBe(401);
  await program.dispose();
});
