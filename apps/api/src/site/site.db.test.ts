import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

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
