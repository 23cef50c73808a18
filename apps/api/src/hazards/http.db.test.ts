import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type Actor, testApi } from '../testing/api.ts';

/** What anybody can say in HTTP, and what every answer says. (The site and the console must be built.) */
const api = await testApi();
const movie = await api.rows.movie({ title: 'Remorques' });
await api.rows.favorite(api.viewer('visitor'), movie);
const pages = [
  '/',
  '/movies',
  `/movies/${movie.id}`,
  '/people',
  '/search?q=x',
  '/sign-in',
  '/favorites',
  '/account',
  '/nowhere',
  '/docs',
];

describe('S43, S51, S60: every answer says what may be made of it', () => {
  it.each([...pages, '/admin', '/admin/movies/1'])(
    '%s runs only our scripts and stands in no frame',
    async (url) => {
      const { headers } = await api.app.inject({ url });
      const policy = String(headers['content-security-policy']);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      for (const part of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(part);
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': expect.stringMatching(/origin/),
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    },
  );

  it.each([
    '/trpc/movies.list',
    '/trpc/account.me',
    '/trpc/nothing.here',
    '/files/1/0123456789abcdef/1440.webp',
    '/openapi.json',
    '/sitemap.xml',
    '/robots.txt',
    '/movies.atom',
    '/healthz',
    '/readyz',
    '/favicon.svg',
    '/nothing/../x',
  ])('%s is never taken for something else', async (url) => {
    const { headers } = await api.app.inject({ url });
    expect(headers['x-content-type-options']).toBe('nosniff');
    if (!String(headers['content-type']).includes('text/html')) {
      expect(headers['content-type']).toMatch(
        /^(application\/(json|xml|atom\+xml)|text\/plain|image\/svg\+xml)/,
      );
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
    }
  });
});

describe('S90: what is somebody’s own is nobody else’s to keep', () => {
  it.each([...pages.slice(0, 5), '/favorites', '/account'])(
    '%s is made for whoever asks, in any order',
    async (url) => {
      const actors: Actor[] = ['admin', 'visitor', 'anon', 'other', 'anon', 'visitor'];
      for (const actor of actors) {
        const { body, headers } = await api.app.inject({ url, headers: await api.cookieOf(actor) });
        expect(headers['cache-control'], url).toMatch(/private/);
        for (const someone of ['visitor', 'other', 'editor', 'admin'] as const) {
          if (someone !== actor) expect(body).not.toContain(`${someone}@example.org`);
        }
      }
    },
  );

  it.each(['account.me', 'favorites.ids', 'favorites.list', 'admin.genres.list', 'account.download'])(
    '%s is kept by nobody',
    async (path) => {
      const { headers } = await api.call('admin', path);
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers.etag).toBeUndefined();
    },
  );

  it('no header but the cookie changes what is answered', async () => {
    const plain = await api.http.call('movies.get', { id: movie.id });
    for (const headers of [
      { 'x-forwarded-host': 'evil.example' },
      { 'x-preview': 'true' },
      { 'accept-version': '2' },
      { 'x-http-method-override': 'DELETE' },
      { 'x-original-url': '/admin' },
      { 'accept-language': 'de' },
      await api.cookieOf('admin'),
    ]) {
      const answer = await api.http.call('movies.get', { id: movie.id }, headers);
      expect(answer.text).toBe(plain.text);
      expect(answer.headers.etag).toBe(plain.headers.etag);
    }
    const page = async (headers: Record<string, string>) =>
      (
        await api.app.inject({
          url: `/movies/${movie.id}-remorques`,
          headers: { host: 'films.example.org', ...headers },
        })
      ).body.replace(/nonce="[^"]*"/g, '');
    const cold = await page({});
    for (const [name, value] of [
      ['x-forwarded-host', 'evil.example'],
      ['x-original-url', '/evil'],
      ['forwarded', 'host=evil.example'],
    ] as const) {
      const body = await page({ [name]: value });
      expect(body).not.toContain('evil');
      expect(body.length).toBe(cold.length);
    }
  });
});

describe('S83: an address written otherwise is no way around', () => {
  it.each(['/%61dmin', '/ADMIN', '//admin', '/x/../admin', '/admin;x', '/admin/', '/admin%00'])(
    '%s shows no data',
    async (url) => {
      const { statusCode, body, headers } = await api.app.inject({ url });
      expect(statusCode).toBeLessThan(500);
      expect(body).not.toMatch(/example\.org"|argon2|"role"/);
      // Nobody is led to another host.
      expect(String(headers.location ?? '/')).toMatch(/^(\/(?![/\\])|http:\/\/localhost(:80)?\/)/);
    },
  );

  it.each([
    '/TRPC/admin.users.list',
    '//trpc/admin.users.list',
    '/trpc/admin.users.list/',
    '/trpc/admin%2eusers%2elist',
    '/trpc/./admin.users.list',
    '/trpc;x/admin.users.list',
  ])('%s is refused or not there', async (url) => {
    for (const actor of ['anon', 'editor'] as const) {
      const { statusCode, body } = await api.app.inject({ url, headers: await api.cookieOf(actor) });
      expect([301, 302, 308, 401, 403, 404], `${statusCode} ${body.slice(0, 100)}`).toContain(statusCode);
    }
  });
});

describe('S86: a stranger finds no way into the house', () => {
  it.each([
    '/documentation',
    '/swagger',
    '/panel',
    '/.env',
    '/.git/config',
    '/.git/HEAD',
    '/package.json',
    '/server.js',
    '/assets/../package.json',
    '/admin/assets/../index.html',
    '/debug',
    '/graphql',
    '/phpinfo.php',
    '/server-status',
  ])('%s', async (url) => {
    const { statusCode, body } = await api.app.inject({ url });
    if (!url.startsWith('/admin/')) expect(statusCode).toBe(404);
    expect(body).not.toMatch(/"dependencies"|DATABASE_URL|\[core\]|sourcesContent/);
  });

  it.each(['/', '/admin'])('the scripts of %s lead to no source', async (url) => {
    const { body } = await api.app.inject({ url });
    const scripts = [...body.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, script = '']) => script);
    expect(scripts).not.toEqual([]);
    for (const script of scripts) {
      expect((await api.app.inject({ url: script })).body).not.toContain('sourceMappingURL');
      expect((await api.app.inject({ url: `${script}.map` })).body, script).not.toContain('"sources');
    }
  });

  it('no header tells what the server is made of', async () => {
    for (const url of ['/', '/trpc/movies.list', '/nowhere', '/admin']) {
      const { headers } = await api.app.inject({ url });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
  });
});

describe('S80: JSON is what is called JSON', () => {
  const send = async (type: string, payload: string) => {
    const headers = { ...(await api.cookieOf('visitor')), 'content-type': type };
    return api.http.send({ method: 'POST', url: '/trpc/account.update', headers, payload });
  };

  it.each([
    ' application/json',
    '\tapplication/json',
    'APPLICATION/JSON',
    'application/json;x',
    'application/json; charset=utf-7',
    'application/json garbage',
    'application/json,text/plain',
    'application/x-json',
    'application/json\t;x',
  ])('%j with a body that is none', async (type) => {
    const before = await api.dump();
    for (const payload of ['firstName=x', '{"firstName":', '+AHs-', '{"firstName":1}', '{"role":"admin"}'])
      expect([400, 415]).toContain((await send(type, payload)).status);
    expect(await api.dump()).toEqual(before);
  });
});

describe('S88: what is no HTTP ends the connection, not the server', async () => {
  const { port } = new URL(await api.app.listen({ port: 0, host: '127.0.0.1' }));
  /** All that comes back for these bytes. */
  async function say(bytes: string): Promise<string> {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(bytes);
    return text(socket).catch(() => '');
  }
  const host = 'host: x\r\nconnection: close\r\n';

  it.each<[string, string, RegExp]>([
    [
      'two lengths',
      `POST /trpc/account.signOut HTTP/1.1\r\n${host}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
      /^HTTP\/1\.1 400/,
    ],
    ['a header of 20 KB', `GET / HTTP/1.1\r\n${host}x: ${'y'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
    ['TRACE', `TRACE / HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 4\d\d/],
    ['no method', `CONSTRUCTOR / HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 400/],
    ['a path of 10 KB', `GET /${'x'.repeat(10_000)} HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 4\d\d/],
    [
      'an address of 100 KB',
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`,
      /^(HTTP\/1\.1 4(14|31)|$)/,
    ],
    ['noise', '\x00\x01\x02\r\n\r\n', /^HTTP\/1\.1 400/],
    ['no host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 400/],
    [
      'half a number',
      `POST /trpc/account.signOut HTTP/1.1\r\n${host}content-length: 1x\r\n\r\n`,
      /^HTTP\/1\.1 400/,
    ],
  ])('%s', async (_, bytes, expected) => {
    const answer = await say(bytes);
    expect(answer.slice(0, 300)).toMatch(expected);
    expect(answer).not.toMatch(/node_modules|\.ts:|at \w+ \(/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});

describe('S54: no text of the catalog becomes a header', () => {
  it('carries nothing over a line’s end', async () => {
    const { id } = await api.rows.movie({ title: 'A"; x="\u2028 B' });
    const { headers, statusCode } = await api.app.inject({
      url: `/movies/${id}-wrong%0d%0aset-cookie:%20x=1`,
    });
    expect(statusCode).toBe(301);
    expect(headers['set-cookie']).toBeUndefined();
    expect(String(headers.location)).toMatch(/^\/movies\/\d+-[\w-]+$/);
  });
});

describe('S02: a page tells no secret', () => {
  it.each(['anon', 'visitor', 'editor', 'admin'] as const)('to %s', async (actor) => {
    for (const url of [...pages, '/admin', '/openapi.json', '/sitemap.xml', '/movies.atom', '/robots.txt']) {
      const { body } = await api.app.inject({ url, headers: await api.cookieOf(actor) });
      expect(body, url).not.toMatch(/\$argon2|passwordHash|password_hash|secretKey|secret_key|sessionId/);
    }
  });
});
