import { expect } from '@playwright/test';
import { test } from './test.ts';

/** What the server answers, before any browser makes something of it. */

test('S43: a page may run nothing but its own scripts, and nobody keeps a copy', async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ['/', '/movies/1', '/movies/999999', '/sign-in']) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).not.toContain('unsafe');
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    nonces.add(policy.match(/script-src 'nonce-([^']+)'/)?.[1] ?? '');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers).not.toHaveProperty('etag');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  }
  expect(nonces.size).toBe(4);
});

test('scripts and styles may be kept for ever', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(1);
  for (const file of new Set(files)) {
    const response = await request.get(file);
    expect(response.status(), file).toBe(200);
    expect(response.headers()['cache-control']).toContain('immutable');
  }
});

test('HEAD says what GET would', async ({ request }) => {
  const head = await request.head('/movies');
  expect(head.status()).toBe(200);
  expect(head.headers()['content-type']).toContain('text/html');
  expect((await request.head('/nowhere')).status()).toBe(404);
});

test('what belongs to the API is not taken for a page', async ({ request }) => {
  for (const path of ['/trpc', '/trpc/none', '/files/1', '/assets/none.js']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(response.headers()['content-type'], path).toContain('application/json');
  }
  expect(await (await request.get('/healthz')).json()).toEqual({ status: 'ok' });
});

test('a director who also acts is found on the page of the person', async ({ request }) => {
  const list = await (await request.get('/trpc/directors.list?input={"limit":100}')).json();
  const directors: { id: number; personId: number | null }[] = list.result.data.items;
  const both = directors.find(({ personId }) => personId !== null);
  const response = await request.get(`/directors/${both?.id}`, { maxRedirects: 0 });
  expect(response.status()).toBe(301);
  expect(response.headers().location).toMatch(new RegExp(`/people/${both?.personId}-`));
});

test('a page that is missing is designed, and has a title of its own', async ({ page }) => {
  await page.goto('/movies/999999-x');
  await expect(page).toHaveTitle(/Not found/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Browse all films' })).toBeVisible();
});

test('S50, S53: text of the catalog and of the address stays text', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const markup = `</script><script>window.bad=1</script><img src=x onerror="window.bad=1">`;
  await page.goto(`/search?q=${encodeURIComponent(markup)}`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('</script>');
  expect(await page.evaluate(() => 'bad' in window)).toBe(false);
  expect(complaints).toEqual([]);
});
