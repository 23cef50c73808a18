import { describe, expect, it } from 'vitest';
import { procedures } from '../procedures.ts';
import { type Actor, PASSWORD, testApi } from '../testing/api.ts';
import { inputsOf } from '../testing/inputs.ts';

const PUBLIC_URL = 'https://films.example.org';
const local = await testApi();
const behindProxy = await testApi({ env: { PUBLIC_URL, CORS_ORIGINS: 'https://app.example.net' } });
const mutations = procedures.filter(({ type }) => type === 'mutation');

describe('H4, S40: no other site writes in a visitor’s name', () => {
  const inputs = inputsOf(local);
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8888' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'https://localhost' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ];

  it.each(mutations)('$path', async ({ path }) => {
    const input = await inputs.get(path)?.();
    const cookie = await local.cookieOf('admin');
    const before = await local.dump();
    for (const headers of foreign) {
      const answer = await local.http.call(path, input, { ...cookie, ...headers });
      expect(answer, JSON.stringify(headers)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(await local.dump()).toEqual(before);
  });

  it('keeps other sites from uploading, too', async () => {
    const headers = { ...(await local.cookieOf('editor')), origin: 'https://evil.example' };
    expect(await local.http.send({ method: 'POST', url: '/files', headers })).toMatchObject({ status: 403 });
  });

  it.each<Record<string, string>>([
    {},
    { origin: 'http://localhost:80' },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' },
  ])('takes what comes from itself or from a script: %o', async (headers) => {
    const asked = { ...(await local.cookieOf('visitor')), host: 'localhost:80', ...headers };
    const { status } = await local.http.call('account.update', { firstName: 'Ana' }, asked);
    expect(status).toBe(200);
  });
});

describe('PUBLIC_URL', () => {
  const update = async (headers: Record<string, string>) => {
    const cookie = await behindProxy.cookieOf('visitor');
    return behindProxy.http.call('account.update', { firstName: 'Ana' }, { ...cookie, ...headers });
  };

  it('is the origin, whatever the request says its host is', async () => {
    expect((await update({ origin: PUBLIC_URL })).status).toBe(200);
    expect((await update({ origin: 'https://evil.example', host: 'evil.example' })).status).toBe(403);
    expect((await update({ origin: 'http://localhost:80', host: 'localhost:80' })).status).toBe(403);
  });

  it('S25: makes the cookie one that only this host over https gets', async () => {
    const { headers } = await behindProxy.http.call('account.signIn', {
      email: 'visitor',
      password: PASSWORD,
    });
    const [cookie = '', ...attributes] = String(headers['set-cookie']).split('; ');
    expect(cookie).toMatch(/^__Host-session=\w{20,}$/);
    expect(attributes.sort()).toEqual([
      'HttpOnly',
      expect.stringMatching(/^Max-Age=\d+$/),
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
  });
});

describe('S41: CORS', () => {
  const read = (origin: string, path: string, actor: Actor = 'anon') =>
    behindProxy
      .cookieOf(actor)
      .then((cookie) => behindProxy.http.call(path, undefined, { ...cookie, origin }));

  it('lets everybody read what is public, without credentials', async () => {
    const { headers } = await read('https://evil.example', 'movies.list');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    for (const path of ['account.me', 'favorites.ids', 'admin.genres.list', 'account.me,movies.list']) {
      const url = `/trpc/${path}?batch=1`;
      const answer = await behindProxy.http.send({
        method: 'GET',
        url,
        headers: { origin: 'https://evil.example' },
      });
      expect(answer.headers['access-control-allow-origin'], path).toBeUndefined();
    }
  });

  it('lets the origins that are named do what a visitor may', async () => {
    const origin = 'https://app.example.net';
    const { headers } = await read(origin, 'account.me', 'visitor');
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['access-control-allow-credentials']).toBe('true');
    expect(String(headers.vary).toLowerCase()).toContain('origin');
    const cookie = await behindProxy.cookieOf('visitor');
    const written = await behindProxy.http.call('account.update', { firstName: 'Bo' }, { ...cookie, origin });
    expect(written.status).toBe(200);
    const asked = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const flight = await behindProxy.http.send({
      method: 'OPTIONS',
      url: '/trpc/account.update',
      headers: asked,
    });
    expect(flight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': origin } });
  });
});

describe('H6, S82: a forwarded address counts only from a proxy that is named', () => {
  const forwarded = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=203.0.113.9;host=evil.example;proto=https',
    'x-real-ip': '203.0.113.9',
  };
  const update = async (headers: Record<string, string>) => {
    const cookie = await local.cookieOf('visitor');
    return local.http.call('account.update', { firstName: 'Ana' }, { ...cookie, ...forwarded, ...headers });
  };

  it('does not let them name another origin', async () => {
    expect((await update({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await update({ host: 'localhost:80', origin: 'http://localhost:80' })).status).toBe(200);
  });

  it('does not let them change cookies', async () => {
    const signIn = { email: 'visitor', password: PASSWORD };
    const plain = await local.http.call('account.signIn', signIn);
    const proxied = await local.http.call('account.signIn', signIn, forwarded);
    const attributes = ({ headers }: typeof plain) => String(headers['set-cookie']).split('; ').slice(1);
    expect(attributes(proxied)).toEqual(attributes(plain));
  });

  it('believes a proxy that is named, and nobody beside it', async () => {
    const trusting = await testApi({ env: { TRUST_PROXY: '10.0.0.0/8' } });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'films.example.org' };
    const from = async (remoteAddress: string) =>
      trusting.http.send({
        ...{ method: 'POST', url: '/trpc/account.update', remoteAddress },
        headers: {
          ...(await trusting.cookieOf('visitor')),
          ...{ ...headers, origin: 'https://films.example.org', 'content-type': 'application/json' },
        },
        payload: '{}',
      });
    expect((await from('10.1.2.3')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(403);
  });
});
