import { expect, it } from 'vitest';
import { testApi } from './testing/api.ts';

const METRICS_TOKEN = 'a-token-of-the-monitor';
const open = await testApi({ env: { BASE_PATH: '/films' } });
const guarded = await testApi({ env: { METRICS_TOKEN } });

it('counts requests by pattern, for programs on this machine', async () => {
  await open.http.send({ method: 'GET', url: '/films/trpc/movies.list' });
  const { status, text, headers } = await open.http.send({ method: 'GET', url: '/films/metrics' });
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: expect.stringContaining('text/plain; version=0.0.4'),
  });
  expect(text).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/films\/trpc\/:path",status="200"\} 1/,
  );
  expect(text).toMatch(/^cinematheque_catalog_revision \d+$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
});

it.each<[string, object]>([
  ['through a proxy', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
  ['from another machine', { remoteAddress: '192.0.2.7' }],
])('is not there %s', async (_, request) => {
  expect(await open.http.send({ method: 'GET', url: '/films/metrics', ...request })).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
  });
});

it('opens for METRICS_TOKEN alone where there is one, from anywhere', async () => {
  const ask = (authorization?: string) =>
    guarded.http.send({
      ...{ method: 'GET', url: '/metrics', remoteAddress: '192.0.2.7' },
      ...(authorization && { headers: { authorization } }),
    });
  expect(await ask(`Bearer ${METRICS_TOKEN}`)).toMatchObject({ status: 200 });
  for (const wrong of [undefined, 'Bearer ', 'Bearer another', METRICS_TOKEN]) {
    expect(await ask(wrong), wrong).toMatchObject({ status: 404 });
  }
  const local = await guarded.http.send({ method: 'GET', url: '/metrics' });
  expect(local, 'nor for this machine').toMatchObject({ status: 404 });
});
