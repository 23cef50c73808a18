import { describe, expect, it, vi } from 'vitest';
import { testApi } from '../testing/api.ts';
import { countStatements } from '../testing/statements.ts';

/** A server whose database answers every read with an error. (The site must be built: "turbo run build".) */
const broken = (error: Error) =>
  testApi({ instead: ({ db }) => ({ db: { ...db, read: () => Promise.reject(error) } }) });

describe('a page that cannot be made', async () => {
  const wrong = await broken(new Error('column "secret_key" of table files'));
  const busy = await broken(new Error('Connection terminated unexpectedly'));

  it.each(['/', '/movies', '/movies/1', '/people', '/search?q=x'])(
    '%s says so, and nothing else',
    async (url) => {
      const response = await wrong.app.inject({ url });
      expect(response.statusCode).toBe(500);
      expect(response.headers['content-type']).toContain('text/html');
      expect(response.headers['content-security-policy']).toContain("object-src 'none'");
      expect(response.body).toContain('Something went wrong on our side');
      expect(response.body).toMatch(/Reference: <code>[\w-]+<\/code>/);
      expect(response.body).toMatch(/<link rel="stylesheet" href="\/assets\/style-[\w-]+\.css"/);
      expect(response.body).not.toMatch(/secret_key|column|at .+\.js:\d+/);
    },
  );

  it('asks for patience when the database is away', async () => {
    const response = await busy.app.inject({ url: '/movies' });
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('busy or restarting');
  });

  it('shows what needs no data all the same', async () => {
    expect((await wrong.app.inject({ url: '/favicon.svg' })).statusCode).toBe(200);
  });
});

describe('a page for somebody', async () => {
  const { app, cookieOf, rows, viewer } = await testApi();
  const movie = await rows.movie({ title: 'Pépé le Moko' });
  await rows.favorite(viewer('visitor'), movie);

  it('carries who is signed in and what he keeps, and nothing secret', async () => {
    const url = `/movies/${movie.id}-pepe-le-moko`;
    const { body } = await app.inject({ url, headers: await cookieOf('visitor') });
    expect(body).toContain('visitor@example.org');
    expect(body).toContain('aria-pressed="true"');
    expect(body).not.toMatch(/argon2|password_?hash|sessionId/i);
    const { body: stranger } = await app.inject({ url });
    expect(stranger).not.toContain('visitor@example.org');
    expect(stranger).not.toContain('aria-pressed');
  });
});

describe('a page for visitors who are not signed in', async () => {
  const api = await testApi();
  const { app, cookieOf, rows } = api;
  await vi.waitUntil(() => api.db.watch().isCurrent(), { timeout: 10_000 });
  const asked = await countStatements(api.db);
  const movie = await rows.movie({ title: 'La Bandera' });
  const url = `/movies/${movie.id}-la-bandera`;
  const get = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ url: address, headers });
    const [, nonce = ''] = String(answer.headers['content-security-policy']).match(/'nonce-([\w-]+)'/) ?? [];
    return { ...answer, status: answer.statusCode, text: answer.body, headers: answer.headers, nonce };
  };

  it('is made once, and differs afterwards in its nonce only', async () => {
    const [first, second] = [await get(url), await get(url)];
    expect(first.nonce).not.toBe(second.nonce);
    expect(second.text.split(second.nonce)).toEqual(first.text.split(first.nonce));
    expect(second.text.split(second.nonce).length).toBeGreaterThan(2);
    asked();
    await get(url);
    expect(asked()).toBe(0);
    expect(second.headers).toMatchObject({ 'cache-control': 'private, no-cache' });
    expect(second.headers.etag).toBeUndefined();
  });

  it('shows an edit as soon as it is acknowledged', async () => {
    await get(url);
    const cookie = await cookieOf('editor');
    const edit = { id: movie.id, data: { description: 'A legionary in Morocco.' } };
    expect(await api.http.call('admin.movies.update', edit, cookie)).toMatchObject({ status: 200 });
    expect((await get(url)).text).toContain('A legionary in Morocco.');
  });

  it('is never somebody’s own, in whatever order they come', async () => {
    const his = await cookieOf('visitor');
    const hers = await cookieOf('editor');
    for (const headers of [his, {}, hers, {}, his]) {
      const { text } = await get('/movies', headers);
      expect(text.includes('visitor@example.org')).toBe(headers === his);
      expect(text.includes('editor@example.org')).toBe(headers === hers);
    }
  });

  it('is another one for each address of the site', async () => {
    const { text } = await get('/movies', { host: 'one.example' });
    expect(text).toContain('http://one.example');
    expect((await get('/movies', { host: 'two.example' })).text).not.toContain('one.example');
  });

  it('is made anew when something is missing or was moved', async () => {
    for (const [address, status] of [
      ['/movies/2000000000', 404],
      [`/movies/${movie.id}-otherwise`, 301],
    ] as const) {
      expect((await get(address)).status).toBe(status);
      asked();
      expect((await get(address)).status).toBe(status);
      expect(asked(), address).toBeGreaterThan(0);
    }
  });
});
