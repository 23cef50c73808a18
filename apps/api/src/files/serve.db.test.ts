import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Actor, testApi } from '../testing/api.ts';
import { fileOf, upload } from '../testing/upload.ts';

const api = await testApi();
const { admin } = api.as('editor');

let shade = 0;
async function newFile() {
  shade += 1;
  const background = { r: 0, g: shade, b: 0 };
  const bytes = await sharp({ create: { width: 6, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  const file = fileOf(await upload(api, 'editor', { bytes }));
  return { ...file, bytes, original: file.url.replace(/[^/]+$/, 'original.png') };
}

const get = async (actor: Actor, url: string) =>
  api.http.send({ method: 'GET', url, headers: await api.cookieOf(actor) });

/** Everything that can show a file: what makes it do so, and what takes it away again. */
const uses: Record<string, (id: number) => Promise<() => Promise<unknown>>> = {
  poster: async (id) => {
    const movie = await api.rows.movie({ poster: { id } });
    return () => admin.movies.remove({ ids: [movie.id] });
  },
  portrait: async (id) => {
    const person = await api.rows.person({ primaryPhotoFileId: id });
    return () => admin.persons.update({ id: person.id, data: { primaryPhotoFileId: null } });
  },
  'further picture': async (id) => {
    const person = await api.rows.person({ additionalImages: [{ fileId: id, caption: null }] });
    return () => admin.persons.update({ id: person.id, data: { additionalImages: [] } });
  },
  'director’s photo': async (id) => {
    const director = await api.rows.director({ photoFileId: id });
    return () => admin.directors.remove({ ids: [director.id] });
  },
  avatar: async (id) => {
    const user = await api.rows.user({ avatarFileId: id });
    return () => api.as('admin').admin.users.remove({ ids: [user.id] });
  },
};

describe.each(Object.entries(uses))('a %s', (_, use) => {
  it('is everybody’s to see while it is used, and only then', async () => {
    const { id, url, original } = await newFile();
    // Not kept by anybody: it is there as soon as something shows it.
    const hidden = { status: 404, code: 'NOT_FOUND', headers: { 'cache-control': 'no-store' } };
    for (const actor of ['anon', 'visitor'] as const) expect(await get(actor, url)).toMatchObject(hidden);
    expect(await get('editor', url)).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, no-cache' },
    });
    // The bytes as they are kept are for editors, whoever shows the picture.
    for (const actor of ['anon', 'visitor'] as const)
      expect(await get(actor, original)).toMatchObject(hidden);

    const stop = await use(id);
    const shown = await get('anon', url);
    expect(shown).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/webp',
        etag: expect.stringMatching(/^"[0-9a-f]{16}-1440-webp"$/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
    expect(shown.headers['set-cookie']).toBeUndefined();
    expect(await get('anon', original)).toMatchObject(hidden);
    await stop();
    expect(await get('anon', url)).toMatchObject(hidden);
  });

  it('cannot be deleted while it is used', async () => {
    const { id, url } = await newFile();
    const { id: unused } = await newFile();
    const stop = await use(id);
    const before = await api.dump();
    const answer = await api.call('editor', 'admin.files.remove', { ids: [unused, id] });
    expect(answer).toMatchObject({ status: 409, code: 'IN_USE' });
    expect(answer.error?.usage).toMatchObject([{ count: 1, examples: [{ label: expect.any(String) }] }]);
    expect(await api.dump()).toEqual(before);
    await stop();
    expect(await api.call('editor', 'admin.files.remove', { ids: [unused, id] })).toMatchObject({
      data: { removed: 2 },
    });
    expect((await get('editor', url)).status).toBe(404);
  });
});

it('is not deleted by one editor while another one is saving it as a picture', async () => {
  const { id } = await newFile();
  const person = await api.rows.person();
  const waiting = () =>
    api.db.read(sql`select count(*)::int as j from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
  let removing = api.call('editor', 'admin.files.list', {});
  await api.db.change({ channel: 'ui' }, async (tx) => {
    await tx.execute('select from files where id = ? for key share', [id]);
    await tx.execute('update persons set additional_images = ? where id = ?', [
      JSON.stringify([{ fileId: id, caption: null }]),
      person.id,
    ]);
    removing = api.call('editor', 'admin.files.remove', { ids: [id] });
    await expect.poll(waiting).toBe(1);
  });
  expect(await removing).toMatchObject({ status: 409, code: 'IN_USE' });
  expect(await admin.files.get({ id })).toMatchObject({ item: { uses: 1 } });
});

it('keeps the bytes that were sent, for editors', async () => {
  const { original: url, bytes } = await newFile();
  const headers = await api.cookieOf('editor');
  const response = await api.app.inject({ url, headers });
  expect(response).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'image/png', 'content-length': String(bytes.length) },
  });
  expect(response.rawPayload.equals(bytes)).toBe(true);
  const head = await api.app.inject({ method: 'HEAD', url, headers });
  expect(head).toMatchObject({ statusCode: 200, payload: '' });
});

it('S63: has nothing at any other address', async () => {
  const { id, url, original } = await newFile();
  const wrong = [
    url.replace(/\/[0-9a-f]{16}\//, '/0000000000000000/'),
    original.replace('.png', '.jpeg'),
    original.replace('.png', '.svg'),
    original.replace('original', '../../original'),
    original.replace('original', '..%2f..%2foriginal'),
    ...['1e9', '-1', 'NaN', '0', '1439', '01440', '1440.5', ' 1440', '', '10000000000'].map((width) =>
      url.replace('1440', encodeURIComponent(width)),
    ),
    ...['svg', 'jpeg', 'WEBP', 'webp%00', '', 'html'].map((format) => url.replace('webp', format)),
    `/files/${id}`,
    `/files/${id}/..%2f..%2f..%2fetc%2fpasswd/1440.webp`,
    `/files/${id}%00/0000000000000000/1440.webp`,
    `/files/-1/0000000000000000/1440.webp`,
    `/files/1e3/0000000000000000/1440.webp`,
    `/files/99999999999/0000000000000000/1440.webp`,
    `/files/${id}/0000000000000000/original.png%00`,
    '/files//etc/passwd',
    '/files/%5c..%5c',
  ];
  for (const address of wrong) {
    const { status, headers } = await get('editor', address);
    expect([400, 404], address).toContain(status);
    expect(headers['cache-control'], address).toBe('no-store');
  }
  // An address that leads out of /files is a page's, and there is no such page.
  const outside = await get('editor', '/files/../../etc/passwd');
  expect(outside).toMatchObject({ status: 404, headers: { 'cache-control': 'private, no-cache' } });
});

it('shows a file in no list to whoever may not see it', async () => {
  await newFile();
  for (const actor of ['anon', 'visitor'] as const) {
    expect((await api.call(actor, 'admin.files.list', {})).data).toBeNull();
  }
});

it.each<[string, (id: number) => [string, object]]>([
  ['posterFileId', (id) => ['admin.movies.create', { title: 'X', posterFileId: id }]],
  ['photoFileId', (id) => ['admin.directors.create', { lastName: 'X', photoFileId: id }]],
  ['primaryPhotoFileId', (id) => ['admin.persons.create', { lastName: 'X', primaryPhotoFileId: id }]],
  [
    'additionalImages.1.fileId',
    (id) => {
      const images = [
        { fileId: shown.id, caption: null },
        { fileId: id, caption: 'X' },
      ];
      return ['admin.persons.create', { lastName: 'X', additionalImages: images }];
    },
  ],
])('refuses a file that there is not, as %s', async (field, input) => {
  const [path, data] = input(999_999);
  const before = await api.dump();
  expect(await api.call('editor', path, { data })).toMatchObject({
    status: 400,
    fields: { [field]: expect.any(String) },
  });
  expect(await api.dump()).toEqual(before);
});
const shown = await newFile();

it('refuses a file that is another’s already', async () => {
  const { id } = await newFile();
  await api.rows.movie({ poster: { id } });
  const data = { title: 'Another', posterFileId: id };
  expect(await api.call('editor', 'admin.movies.create', { data })).toMatchObject({
    status: 400,
    fields: { posterFileId: 'Is already taken' },
  });
});
