import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { procedures } from '../procedures.ts';
import { PASSWORD, testApi } from '../testing/api.ts';
import { inputsOf } from '../testing/inputs.ts';

const api = await testApi();
const inputs = inputsOf(api);
await api.app.listen({ port: 0, host: '127.0.0.1' });
const mutations = procedures.filter(({ type }) => type === 'mutation');

/**
 * Posts megabytes until the server has had enough: what it answered, and how much it had taken by then. The server
 * closes the connection on what was not yet read, which may take the answer with it (RFC 9112, 9.6): `cut` then.
 */
function pour(path: string, type: string, megabytes: number, headers: Record<string, string> = {}) {
  const address = api.app.server.address();
  const port = typeof address === 'object' ? address?.port : null;
  return new Promise<{ status: number | 'cut'; taken: number }>((resolve) => {
    let taken = 0;
    let status: number | undefined;
    const post = request({
      ...{ host: '127.0.0.1', port, path, method: 'POST' },
      headers: { 'content-type': type, ...headers },
    });
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    const more = () => {
      if (status !== undefined || taken >= megabytes) return post.end();
      post.write(megabyte, (error) => {
        if (error) return;
        taken += 1;
        more();
      });
    };
    post.on('response', (response) => {
      status = response.statusCode;
      response.resume().on('end', () => post.destroy());
    });
    post.on('close', () => resolve({ status: status ?? 'cut', taken }));
    post.on('error', () => {});
    more();
  });
}

describe('H1, S40, S65, R24: only JSON comes in, and only so much of it', () => {
  const foreign = [
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'text/plain',
    'text/plain;application/json',
    'application/x-www-form-urlencoded',
    'application/jsonl',
    'image/png',
    undefined,
  ];

  it.each(mutations)('$path takes no other type', async ({ path }) => {
    const payload = JSON.stringify(await inputs.get(path)?.()) ?? '{}';
    const cookie = await api.cookieOf('admin');
    const before = await api.dump();
    for (const type of foreign) {
      const headers = { ...cookie, ...(type && { 'content-type': type }) };
      const answer = await api.http.send({ method: 'POST', url: `/trpc/${path}`, headers, payload });
      expect(answer, type).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    }
    expect(await api.dump()).toEqual(before);
  });

  it('stops reading at a megabyte, whatever it is called', async () => {
    const before = process.memoryUsage().rss;
    const json = await pour('/trpc/account.signIn', 'application/json', 300);
    expect([413, 'cut']).toContain(json.status);
    const form = await pour('/trpc/account.signIn', 'multipart/form-data; boundary=x', 300);
    expect([415, 'cut']).toContain(form.status);
    const upload = await pour('/files', 'multipart/form-data; boundary=x', 300);
    expect([401, 'cut']).toContain(upload.status);
    for (const { taken } of [json, form, upload]) expect(taken).toBeLessThan(32);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });

  it('says so as an error of the API', async () => {
    const payload = JSON.stringify({ email: 'x'.repeat(2_000_000), password: 'x' });
    const headers = { 'content-type': 'application/json' };
    expect(
      await api.http.send({ method: 'POST', url: '/trpc/account.signIn', headers, payload }),
    ).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it.each(['{', '{"email":', '[]', '"x"', 'null', '', `${'['.repeat(100_000)}`, '{"a":'.repeat(100_000)])(
    'refuses a body that is no input',
    async (payload) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await api.http.send({ method: 'POST', url: '/trpc/account.signIn', headers, payload });
      expect(answer, answer.text.slice(0, 300)).toMatchObject({ status: 400, code: 'VALIDATION' });
      expect(answer.message).not.toMatch(/JSON|token|position/);
    },
  );

  it.each(['{', '"', 'x', '%00', '{"id":1'])(
    'refuses an input in the address that is no input',
    async (input) => {
      const answer = await api.http.send({ method: 'GET', url: `/trpc/movies.get?input=${input}` });
      expect(answer, answer.text).toMatchObject({ status: 400, code: 'VALIDATION' });
      expect(answer.message).not.toMatch(/JSON|token|position/);
    },
  );

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'] as const)('runs no mutation by %s', async (method) => {
    const headers = { ...(await api.cookieOf('admin')), 'content-type': 'application/json' };
    const tries = await Promise.all(
      mutations.map(async ({ path }) => ({ path, input: JSON.stringify(await inputs.get(path)?.()) ?? '' })),
    );
    const before = await api.dump();
    for (const { path, input } of tries) {
      const url = `/trpc/${path}?input=${encodeURIComponent(input)}`;
      const payload = method === 'GET' || method === 'HEAD' ? undefined : input;
      const { status } = await api.http.send({ method, url, headers, payload });
      expect(status, path).not.toBe(200);
      expect(status, path).toBeLessThan(500);
    }
    expect(await api.dump()).toEqual(before);
  });
});

describe('H2, S32: a batch is small, and no way to guess passwords', () => {
  const batch = (paths: string[], inputs: unknown[]) =>
    api.http.send({
      method: 'POST',
      url: `/trpc/${paths.join(',')}?batch=1`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ ...inputs }),
    });

  it('answers ten calls and refuses eleven', async () => {
    const calls = (count: number) => `/trpc/${Array(count).fill('account.me').join(',')}?batch=1&input={}`;
    expect((await api.http.send({ method: 'GET', url: calls(10) })).status).toBe(200);
    for (const count of [11, 400]) {
      const answer = await api.http.send({ method: 'GET', url: calls(count) });
      expect(answer).toMatchObject({ status: 400, code: 'VALIDATION' });
    }
  });

  it.each([
    ['account.signIn', 'account.signIn'],
    ['account.me', 'account.signIn'],
    ['account.signIn', ''],
    ['account.signOut', 'account.signUp'],
  ])('signs nobody in among others: %s,%s', async (...paths) => {
    const right: Record<string, object> = {
      'account.signIn': { email: 'visitor', password: PASSWORD },
      'account.signUp': { email: 'new@example.org', username: 'newcomer', password: PASSWORD },
    };
    const before = await api.dump();
    const answer = await batch(
      paths,
      paths.map((path) => right[path]),
    );
    expect(answer.headers['set-cookie'] ?? '').not.toMatch(/session=\w/);
    expect(answer.text).not.toContain('"user"');
    expect(await api.dump()).toEqual(before);
  });

  it.each([
    ',,,,,',
    ',',
    '%2c%2c',
    'movies.list,',
    '%25zz',
    '__proto__',
    'constructor',
    'movies',
    'movies.list.x',
    '',
  ])('answers an odd path with 4xx: %s', async (path) => {
    for (const url of [`/trpc/${path}?batch=1`, `/trpc/${path}`, `/trpc/${path}?batch=1&input=[]`]) {
      const { status, text } = await api.http.send({ method: 'GET', url });
      expect(status, `${url} ${text}`).toBeLessThan(500);
    }
  });
});
