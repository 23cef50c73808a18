import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { MAY_WAIT, WORKED_ON } from '../overload.ts';
import { buildServer } from '../server.ts';
import { testApi } from '../testing/api.ts';
import { httpClient } from '../testing/http.ts';

const api = await testApi();
const ROOM = WORKED_ON + MAY_WAIT;

/** The server with a database that answers when it is told to. */
async function heldUp() {
  let asked = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const read = async <T>(statement: Parameters<typeof api.db.read>[0]): Promise<T> => {
    asked += 1;
    await opened;
    return api.db.read(statement);
  };
  const app = await buildServer({ ...api.services, db: { ...api.db, read } });
  return { app, http: httpClient(app), open, asked: () => asked };
}

const busy = { status: 503, code: 'SERVICE_UNAVAILABLE', headers: { 'retry-after': expect.anything() } };

describe('R21: more requests than can be answered', () => {
  it('are refused at once, and those before them are answered', async () => {
    const { http, open } = await heldUp();
    const taken = Array.from({ length: ROOM }, () => http.call('genres.list'));
    // Refused while all others still wait: it waits for nothing itself.
    expect(await http.call('countries.list')).toMatchObject(busy);
    expect(await http.send({ method: 'POST', url: '/files' })).toMatchObject(busy);
    expect(await http.send({ method: 'GET', url: '/' })).toMatchObject(busy);
    for (const url of ['/healthz', '/admin', '/assets/x.js']) {
      expect((await http.send({ method: 'GET', url })).text, url).not.toContain('Too many requests');
    }
    open();
    for (const { status } of await Promise.all(taken)) expect(status).toBe(200);
    expect((await http.call('countries.list')).status).toBe(200);
  });

  it('are worked on a few at once, the others when those end', async () => {
    const { http, open, asked } = await heldUp();
    const all = Array.from({ length: ROOM }, (_, n) => http.call('genres.get', { id: n + 1 }));
    await vi.waitUntil(() => asked() === WORKED_ON, { timeout: 20_000 });
    expect(await http.call('countries.list')).toMatchObject(busy);
    expect(asked()).toBe(WORKED_ON);
    open();
    for (const { status } of await Promise.all(all)) expect(status).not.toBe(503);
  });

  it('wait a few seconds and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { http, open, asked } = await heldUp();
      const taken = Array.from({ length: WORKED_ON }, () => http.call('genres.list'));
      const late = http.call('countries.list');
      await vi.waitUntil(() => asked() > 0, { timeout: 20_000 });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await late).toMatchObject(busy);
      open();
      for (const { status } of await Promise.all(taken)) expect(status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are refused without a line in the log, with the headers of every answer', async () => {
    const lines: string[] = [];
    const read = () => new Promise<never>(() => {});
    const app = await buildServer(
      { ...api.services, db: { ...api.db, read }, config: { ...api.services.config, logLevel: 'info' } },
      { write: (line) => void lines.push(line) },
    );
    const http = httpClient(app);
    for (let n = 0; n < ROOM; n += 1) void http.call('genres.list');
    const refused = await http.call('countries.list');
    expect(refused).toMatchObject(busy);
    expect(refused.headers).toMatchObject({
      'content-type': 'application/json',
      'x-request-id': refused.error?.requestId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(lines).toEqual([]);
  });

  it('leave their places when their connection is cut', async () => {
    const { app, http, open, asked } = await heldUp();
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const sockets = Array.from({ length: ROOM }, () => connect(Number(port), '127.0.0.1'));
    for (const [n, socket] of sockets.entries()) {
      socket.on('error', () => {});
      socket.write(
        `GET /trpc/movies.get?input=${encodeURIComponent(`{"id":${n + 1}}`)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      );
    }
    await vi.waitUntil(() => asked() === WORKED_ON, { timeout: 20_000 });
    expect(await http.call('genres.list')).toMatchObject(busy);
    for (const socket of sockets) socket.destroy();
    open();
    await vi.waitUntil(async () => (await http.call('genres.list')).status === 200, { timeout: 20_000 });
    await app.close();
  });

  it('R23: are not kept out by clients whose body never comes', async () => {
    const app = await buildServer(api.services);
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const head = 'POST /trpc/account.signIn HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
    const sockets = Array.from({ length: ROOM + 1 }, () => connect(Number(port), '127.0.0.1'));
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.write(`${head}content-length: 1000\r\n\r\n{`);
    }
    // Whatever was sent before this has arrived.
    await fetch(`http://127.0.0.1:${port}/healthz`);
    expect((await httpClient(app).call('genres.list')).status).toBe(200);
    expect((await httpClient(app).call('account.signOut')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await app.close();
  });

  it('are not kept out by streams, which have a bound of their own', async () => {
    const app = await buildServer(api.services);
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const { cookie } = await api.cookieOf('editor');
    const streams = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const request = get(`${address}/trpc/admin.changes.watch`, { headers: { cookie } });
        const [response] = await once(request, 'response');
        expect(response.statusCode).toBe(200);
        return request;
      }),
    );
    const http = httpClient(app);
    const answers = await Promise.all(Array.from({ length: ROOM }, () => http.call('genres.list')));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    for (const stream of streams) stream.on('error', () => {}).destroy();
    await app.close();
  });
});

describe('R13: more that wait for the database than it can answer', () => {
  it('are refused at once, and it goes on when it is free', async () => {
    const slow = Array.from({ length: 10 }, () => api.db.read(sql`select pg_sleep(0.3)::text as j`));
    const waiting = Array.from({ length: 150 }, () =>
      api.db.read(sql`select 1 as j`).then(
        () => 'answered' as const,
        (error: { code?: string }) => error.code,
      ),
    );
    const answers = await Promise.all(waiting);
    expect(answers.filter((answer) => answer === 'answered').length).toBeGreaterThanOrEqual(90);
    expect(answers.filter((answer) => answer === '53300').length).toBeGreaterThanOrEqual(40);
    expect(answers.filter((answer) => answer !== 'answered' && answer !== '53300')).toEqual([]);
    await Promise.all(slow);
    expect(await api.db.read(sql`select 1 as j`)).toBe(1);
  });

  it('hear 503 with the time to come back, over HTTP', async () => {
    const slow = Array.from({ length: 110 }, () => api.db.read(sql`select pg_sleep(0.03)::text as j`));
    expect(await api.http.call('account.me', undefined, { cookie: 'session=x' })).toMatchObject(busy);
    expect(await api.http.call('movies.list', { q: 'anything' })).toMatchObject(busy);
    await Promise.all(slow);
    expect((await api.http.call('movies.list', { q: 'anything' })).status).toBe(200);
  });
});

it('S92: many who ask whether it is ready ask the database once', async () => {
  const { http, open, asked } = await heldUp();
  const answers = Array.from({ length: 150 }, () => http.send({ method: 'GET', url: '/readyz' }));
  await vi.waitUntil(() => asked() > 0, { timeout: 20_000 });
  open();
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
  expect(asked()).toBeLessThanOrEqual(2);
});
