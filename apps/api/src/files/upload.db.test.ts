import { connect } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../images.ts';
import { testApi } from '../testing/api.ts';
import { untilBlocked } from '../testing/locks.ts';
import { fileOf, formOf, picture, upload } from '../testing/upload.ts';

const api = await testApi();
const refused = { status: 400, code: 'VALIDATION', fields: { file: expect.any(String) } };

describe('an upload', () => {
  it('is for editors: nobody else’s bytes are kept', async () => {
    const bytes = await picture().png().toBuffer();
    const before = await api.dump();
    expect(await upload(api, 'anon', { bytes })).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
    expect(await upload(api, 'visitor', { bytes })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    // Who it is comes first, whatever is sent.
    const headers = { 'content-type': 'multipart/form-data' };
    expect(await api.http.send({ method: 'POST', url: '/files', headers, payload: 'x' })).toMatchObject({
      status: 401,
    });
    expect(await api.dump()).toEqual(before);
    expect(await upload(api, 'editor', { bytes })).toMatchObject({ status: 200 });
  });

  it.each([
    ['image/png', () => picture().png()],
    ['image/jpeg', () => picture().jpeg()],
    ['image/webp', () => picture().webp()],
    ['image/avif', () => picture().avif()],
  ] as const)('is what its bytes are: %s', async (mimeType, encode) => {
    const bytes = await encode().toBuffer();
    const answer = await upload(api, 'editor', { bytes, name: 'page.html', type: 'text/html' });
    const file = fileOf(answer);
    expect(file).toMatchObject({ mimeType, width: 8, height: 12, fileName: 'page.html' });
    const { item } = await api.as('editor').admin.files.get({ id: file.id });
    const served = await api.http.send({
      method: 'GET',
      url: item.original,
      headers: await api.cookieOf('editor'),
    });
    expect(served.headers['content-type']).toBe(mimeType);
    expect(answer.text).not.toMatch(/secret/i);
  });

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    [
      'SVG',
      () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x()</script></svg>',
        ),
    ],
    ['HTML', () => Buffer.from('<!doctype html><script>x()</script>')],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['GIF', () => picture().gif().toBuffer()],
    ['TIFF', () => picture().tiff().toBuffer()],
    ['ZIP', () => Buffer.from('PK\x03\x04')],
    ['text', () => Buffer.from('just words')],
    ['nothing', () => Buffer.alloc(0)],
    ['half a PNG header', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['moving WebP', movingPicture],
  ])('S60: is refused when it is no picture that is kept: %s', async (_, make) => {
    const bytes = await make();
    const before = await api.dump();
    for (const type of ['image/png', 'image/svg+xml']) {
      expect(await upload(api, 'editor', { bytes, type, name: 'still.png' })).toMatchObject(refused);
    }
    expect(await api.dump()).toEqual(before);
  });

  it.each([
    [16_000, 16_000],
    [30_000, 30_000],
    [1, 50_000_001],
  ])('S62: is refused when it unpacks to too many pixels: %i x %i', async (width, height) => {
    const bytes = hugePng(width, height);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await upload(api, 'editor', { bytes })).toMatchObject(refused);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect(await upload(api, 'editor', { bytes: await picture().png().toBuffer() })).toMatchObject({
      status: 200,
    });
  });

  it('S65: is refused when it is too large', async () => {
    const before = await api.dump();
    const bytes = Buffer.concat([await picture().png().toBuffer(), Buffer.alloc(MAX_BYTES)]);
    expect(await upload(api, 'editor', { bytes })).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(await api.dump()).toEqual(before);
  });

  it('S65: is one picture and nothing else', async () => {
    const bytes = await picture().png().toBuffer();
    const cookie = await api.cookieOf('editor');
    const send = (type: string, payload: string | Buffer) =>
      api.http.send({ method: 'POST', url: '/files', headers: { ...cookie, 'content-type': type }, payload });
    const form = formOf([{ bytes }]);
    const [two, fields] = [formOf([{ bytes }, { bytes }]), formOf([{ bytes }], { a: 'b' })];
    const many = formOf([], Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`f${n}`, 'x'])));
    const before = await api.dump();
    const tries = [
      await send('application/json', '{}'),
      await send('text/plain', 'x'),
      await send('image/png', bytes),
      await send('multipart/form-data', form.payload),
      await send('multipart/form-data; boundary=another', form.payload),
      await send(form.type, form.payload.subarray(0, form.payload.length - 60)),
      await send(form.type, 'no form'),
      await send(form.type, formOf([]).payload),
      await send(two.type, two.payload),
      await send(fields.type, fields.payload),
      await send(many.type, many.payload),
    ];
    for (const [n, answer] of tries.entries()) {
      expect([400, 413, 415], `${n}: ${answer.text}`).toContain(answer.status);
      expect(answer.code, answer.text).not.toBeNull();
      expect(answer.message).not.toMatch(/boundary|multipart:|form:|FST/i);
    }
    expect(await api.dump()).toEqual(before);
    expect(await upload(api, 'editor', { bytes })).toMatchObject({ status: 200 });
  });

  it.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\pictures\\still.png', 'still.png'],
    ['/etc/still.png', 'still.png'],
    ['..%2f..%2fstill.png', /still\.png$/],
    ['one\u0007two\u202egnp.png', 'onetwognp.png'],
    ['Łódź — «1937» 映画 😀.png', 'Łódź — «1937» 映画 😀.png'],
    ['con', 'con'],
    ['', 'picture'],
    ['   ', 'picture'],
    ['..', 'picture'],
    [`${'x'.repeat(254)}😀.png`, /^x{254}😀$/u],
    ['x'.repeat(4000), /^x{255}$/],
  ])('S63, S67: has a name for people only: %j', async (name, expected) => {
    const bytes = await picture().png().toBuffer();
    const { fileName, id, url } = fileOf(await upload(api, 'editor', { bytes, name }));
    expect(fileName).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    expect(url).toMatch(new RegExp(`^/files/${id}/[0-9a-f]{16}/1440\\.webp$`));
    const { item } = await api.as('editor').admin.files.get({ id });
    expect(
      await api.call('editor', 'admin.files.update', { id, data: { fileName: item.fileName } }),
    ).toMatchObject({ status: 200 });
  });

  it('shares its bytes with every row that shows them, and they go with the last', async () => {
    const bytes = await picture().png().toBuffer();
    const before = await api.dump();
    const one = fileOf(await upload(api, 'editor', { bytes, name: 'one.png' }));
    const { files } = await api.dump();
    expect(files).not.toBe(before.files);
    // Nothing shows it yet: the same file is offered again.
    const again = fileOf(await upload(api, 'editor', { bytes, name: 'again.png' }));
    expect([one.known, again.known, again.id]).toEqual([false, true, one.id]);

    const movie = await api.rows.movie({ poster: one });
    const two = fileOf(await upload(api, 'editor', { bytes, name: 'two.png' }));
    expect([two.known, two.id === one.id]).toEqual([true, false]);
    expect((await api.as('editor').admin.files.get({ id: two.id })).item).toMatchObject({
      copies: 1,
      uses: 0,
    });
    expect((await api.dump()).files).toBe(files);

    await api.as('editor').admin.movies.remove({ ids: [movie.id] });
    await api.as('editor').admin.files.remove({ ids: [one.id] });
    expect((await api.dump()).files).toBe(files);
    const headers = await api.cookieOf('editor');
    expect((await api.http.send({ method: 'GET', url: two.url, headers })).status).toBe(200);
    await api.as('editor').admin.files.remove({ ids: [two.id] });
    expect((await api.dump()).files).toBe(before.files);
  });

  it('R18: keeps no bytes without a row when the row cannot be written', async () => {
    const before = await api.dump();
    const form = formOf([{ bytes: await picture().png().toBuffer() }]);
    await api.db.unlogged(sql`alter table files add constraint never check (false) not valid`);
    const headers = { ...(await api.cookieOf('editor')), 'content-type': form.type };
    const answer = await api.http.send({ method: 'POST', url: '/files', headers, payload: form.payload });
    await api.db.unlogged(sql`alter table files drop constraint never`);
    expect(answer.status).toBe(400);
    expect(await api.dump()).toEqual(before);
  });

  it('R18: does not lean on bytes that somebody is removing', async () => {
    const bytes = await picture().png().toBuffer();
    const before = fileOf(await upload(api, 'editor', { bytes }));
    const key = await api.db.read<string>(
      sql`select to_json(secret_key) as j from files where id = ${before.id}`,
    );
    const other = new pg.Client({ connectionString: api.db.url });
    await other.connect();
    await other.query('begin');
    await other.query('delete from files where id = $1', [before.id]);
    const again = upload(api, 'editor', { bytes });
    await untilBlocked(api.db);
    await other.query('commit');
    await other.end();
    const { id } = fileOf(await again);
    // Whoever took the row takes its bytes only now.
    await api.services.storage.remove(key);
    const { item } = await api.as('editor').admin.files.get({ id });
    const headers = await api.cookieOf('editor');
    expect((await api.http.send({ method: 'GET', url: item.original, headers })).status).toBe(200);
  });

  it('S65: leaves nothing when it breaks off half-way', async () => {
    const filesThere = () => api.db.read<number>(sql`select count(*)::int as j from files`);
    const before = await filesThere();
    const { payload, type } = formOf([{ bytes: Buffer.alloc(1_000_000) }]);
    const address = await api.app.listen({ port: 0 });
    const { port } = new URL(address);
    const { cookie = '' } = await api.cookieOf('editor');
    const head = `POST /files HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: ${type}\r\n`;
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const socket = connect(Number(port), '127.0.0.1');
        socket.on('error', () => {});
        socket.write(`${head}content-length: ${payload.length}\r\n\r\n`);
        await new Promise((sent) => socket.write(payload.subarray(0, 500_000), sent));
        socket.destroy();
      }),
    );
    expect(await upload(api, 'editor', { bytes: await picture().png().toBuffer() })).toMatchObject({
      status: 200,
    });
    expect(await filesThere()).toBe(before + 1);
  });
});

it('refuses a picture that breaks off', async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, n) => (n * n) % 251));
  const whole = sharp(noise, { raw: { width: 300, height: 300, channels: 3 } });
  const before = await api.dump();
  for (const bytes of [
    await whole.jpeg().toBuffer(),
    await whole.png().toBuffer(),
    await whole.webp().toBuffer(),
  ]) {
    expect(await upload(api, 'editor', { bytes: bytes.subarray(0, bytes.length / 2) })).toMatchObject(
      refused,
    );
  }
  expect(await api.dump()).toEqual(before);
});

/** Two frames in one file. */
function movingPicture(): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: 8 * 8 * 3 * 2 }, (_, n) => n % 251));
  return sharp(raw, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
    .webp({ lossless: true })
    .toBuffer();
}

/** A black PNG of any size in few bytes, written by hand: what encodes pictures would need all its pixels. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(data.length, 0);
    numbers.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit for each pixel, gray.
  header.writeUInt8(1, 8);
  const line = Math.ceil(width / 8) + 1;
  const data = deflateSync(Buffer.alloc(line * Math.min(height, 30_000)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
