import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { build } from 'vite';
import { test } from '../../api/e2e/test.ts';

const pages = ['/', '/movies', '/movies/1'];
const viewports = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** What the libraries alone weigh: an app of one page, built as the site is. */
async function emptyApp(): Promise<number> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('empty-app/main.tsx', import.meta.url)),
        treeshake: { moduleSideEffects: [{ test: /@trpc\/client/, sideEffects: false }] },
      },
    },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return files.reduce(
    (sum, file) => sum + (file.type === 'chunk' ? gzipSync(file.code, { level: 9 }).length : 0),
    0,
  );
}

test('V24: a first visit loads one stylesheet, and little more code than its libraries weigh', async ({
  browser,
}) => {
  const empty = await emptyApp();
  for (const path of pages) {
    await using context = await browser.newContext();
    const page = await context.newPage();
    // What comes a second after the page, if nobody moves, is no part of it: in this page the second never passes.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    const scripts: Promise<Buffer>[] = [];
    const styles: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.push(response.body());
      if (pathname.endsWith('.css')) styles.push(pathname);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(scripts)).reduce(
      (sum, body) => sum + gzipSync(body, { level: 9 }).length,
      0,
    );
    console.log(`${path}: ${bytes} bytes of code, ${(bytes / empty).toFixed(2)} of the libraries' ${empty}`);
    expect(styles, path).toHaveLength(1);
    // Fewer than the libraries: the page was not awaited.
    expect(bytes, path).toBeGreaterThan(empty);
    expect(bytes / empty, path).toBeLessThan(1.15);
    expect(bytes, path).toBeLessThan(130_000);
  }
});

test('V24: scripts, styles and pages come compressed', async ({ request }) => {
  const html = await request.get('/movies', { headers: { 'accept-encoding': 'br' } });
  expect(html.headers()['content-encoding']).toBe('br');
  const [, script = ''] = (await html.text()).match(/"(\/assets\/[^"]+\.js)"/) ?? [];
  for (const encoding of ['br', 'gzip']) {
    const answer = await request.get(script, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers()['content-encoding'], script).toBe(encoding);
    expect(answer.headers().vary).toMatch(/accept-encoding/i);
  }
});

/** How much has moved since the page was asked for, as Chromium counts it. */
const moved = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

test('V24: nothing moves while a page loads', async ({ browser }) => {
  for (const viewport of viewports) {
    await using context = await browser.newContext({ viewport });
    const page = await context.newPage();
    for (const path of [...pages, '/people/1', '/statistics']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await moved(page), `${path} at ${viewport.width}`).toBeLessThan(0.05);
    }
  }
});

test('V24: nothing moves while a page comes in pieces (bars grew narrower with each)', async ({ browser }, {
  project,
}) => {
  await using slow = await serveInPieces(project.use.baseURL ?? '');
  for (const viewport of viewports) {
    await using context = await browser.newContext({ viewport, baseURL: slow.url });
    const page = await context.newPage();
    for (const path of [...pages, '/statistics']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await moved(page), `${path} at ${viewport.width}`).toBeLessThan(0.05);
    }
  }
});

/** The site behind a network that brings each page in twenty pieces. */
async function serveInPieces(site: string) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', site));
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = new Headers(answer.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
    response.writeHead(answer.status, Object.fromEntries(headers));
    if (!headers.get('content-type')?.includes('text/html')) return response.end(body);
    const size = Math.ceil(body.length / 20);
    for (let sent = 0; sent < body.length; sent += size) {
      response.write(body.subarray(sent, sent + size));
      await sleep(50);
    }
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
