import { once } from 'node:events';
import { createServer } from 'node:http';
import { startFauxqs } from 'fauxqs';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../config.ts';
import { StartError } from '../start-error.ts';
import { testApi } from '../testing/api.ts';
import { fileOf, upload } from '../testing/upload.ts';
import { inspectStorage } from './clean.ts';
import { openStorage } from './storage.ts';

const s3 = await startFauxqs({ port: 0, logger: false, init: { buckets: ['films', 'others', 'empty'] } });
afterAll(() => s3.stop());

const envOf = (endpoint: string, bucket = 'films') => ({
  ...{ STORAGE: 's3', S3_ENDPOINT: endpoint, S3_BUCKET: bucket },
  ...{ S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' },
});
const address = `http://127.0.0.1:${s3.port}`;
const picture = (shade: number) =>
  sharp({ create: { width: 160, height: 240, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .png()
    .toBuffer();

describe('pictures in a bucket', async () => {
  const api = await testApi({ env: envOf(address) });

  it('are kept there, served from there, and go with the last file', async () => {
    const bytes = await picture(1);
    const file = fileOf(await upload(api, 'editor', { bytes, name: 'page.html', type: 'text/html' }));
    const { item } = await api.as('editor').admin.files.get({ id: file.id });
    const headers = await api.cookieOf('editor');
    const original = await api.app.inject({ url: item.original, headers });
    expect(original.rawPayload.equals(bytes)).toBe(true);
    expect(original.headers['content-type']).toBe('image/png');
    await api.rows.movie({ poster: file });
    expect(await api.app.inject({ url: file.url })).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
    });
    const state = await inspectStorage(api.services, Date.now() + 48 * 3_600_000);
    expect(state).toEqual({ orphanedKeys: [], filesWithoutBytes: [], damagedFiles: [] });

    const other = fileOf(await upload(api, 'editor', { bytes: await picture(2) }));
    const key = await api.db.read<string>(
      sql`select to_json(secret_key) as j from files where id = ${other.id}`,
    );
    expect(await api.services.storage.read(key)).not.toBeNull();
    await api.as('editor').admin.files.remove({ ids: [other.id] });
    expect(await api.services.storage.read(key)).toBeNull();
    expect((await api.app.inject({ url: '/readyz' })).json()).toMatchObject({ storage: 'ok' });
  });
});

describe('a bucket that cannot be used', () => {
  const open = (bucket: string, hasFiles = false) =>
    openStorage(readConfig(envOf(address, bucket)), async () => hasFiles);

  it('is refused in one line that names it', async () => {
    await expect(open('another')).rejects.toThrow(
      /^The bucket another \(S3_BUCKET\) cannot be used: NoSuchBucket/,
    );
    await expect(open('another')).rejects.toBeInstanceOf(StartError);
  });

  it('R28: is refused when it is empty though the catalog has pictures', async () => {
    await expect(open('empty', true)).rejects.toThrow(/^The bucket empty cannot be used: it is empty/);
    await expect(open('empty')).resolves.toBeDefined();
  });
});

describe('R29: a storage that is away', async () => {
  // Stands before the bucket: passes on, or says that it is busy, or says nothing.
  let mood: 'well' | 'busy' | 'silent' = 'well';
  const proxy = createServer(async (request, response) => {
    if (mood === 'silent') return;
    if (mood === 'busy') {
      response.writeHead(503, { 'content-type': 'application/xml' });
      return response.end('<Error><Code>SlowDown</Code><Message>Later</Message></Error>');
    }
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (!['connection', 'content-length', 'transfer-encoding', 'expect'].includes(name))
        headers.set(name, `${value}`);
    }
    const answer = await fetch(`${address}${request.url}`, {
      ...{ method: request.method ?? 'GET', headers },
      ...(body.length && { body: Buffer.concat(body) }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  afterAll(() => proxy.close().closeAllConnections());
  const { port } = Object(proxy.address());
  const api = await testApi({ env: envOf(`http://127.0.0.1:${port}`, 'others') });
  it.each(['busy', 'silent'] as const)(
    'answers uploads within ten seconds: %s',
    async (state) => {
      const [shown, refused] = state === 'busy' ? [10, 11] : [12, 13];
      const before = fileOf(await upload(api, 'editor', { bytes: await picture(shown) }));
      const movie = await api.rows.movie({ title: 'Quai des brumes', poster: before });
      mood = state;
      onTestFinished(() => {
        mood = 'well';
      });
      const dump = await api.dump();
      const start = Date.now();
      const answer = await upload(api, 'editor', { bytes: await picture(refused) });
      expect(answer).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
      expect(Date.now() - start).toBeLessThan(10_000);
      expect(await api.dump()).toEqual(dump);
      const { statusCode, body } = await api.app.inject({ url: `/movies/${movie.id}-quai-des-brumes` });
      expect(statusCode).toBe(200);
      expect(body).toContain(before.picture.url.replace(/[^/]+$/, ''));
      expect(await api.http.send({ method: 'GET', url: before.url })).toMatchObject({ status: 503 });
      mood = 'well';
      expect((await api.http.send({ method: 'GET', url: before.url })).status).toBe(200);
    },
    30_000,
  );

  it('does not keep the server from starting', async () => {
    mood = 'busy';
    onTestFinished(() => {
      mood = 'well';
    });
    await expect(
      openStorage(readConfig(envOf(`http://127.0.0.1:${port}`, 'others')), async () => true),
    ).resolves.toBeDefined();
  }, 30_000);
});
