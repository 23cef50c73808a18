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
  return { ...fileOf(await upload(api, 'editor', { bytes })), bytes };
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
    const { id, url, bytes } = await newFile();
    const hidden = { status: 404, code: 'NOT_FOUND' };
    for (const actor of ['anon', 'visitor'] as const) expect(await get(actor, url)).toMatchObject(hidden);
    expect(await get('editor', url)).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, no-store' },
    });

    const stop = await use(id);
    const shown = await get('anon', url);
    expect(shown).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/png',
        'content-length': String(bytes.length),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
    expect(shown.headers['set-cookie']).toBeUndefined();
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

it('serves the bytes that were sent', async () => {
  const { url, bytes } = await newFile();
  const { rawPayload } = await api.app.inject({ url, headers: await api.cookieOf('editor') });
  expect(rawPayload.equals(bytes)).toBe(true);
  const head = await api.app.inject({ method: 'HEAD', url, headers: await api.cookieOf('editor') });
  expect(head).toMatchObject({ statusCode: 200, payload: '' });
});

it('has nothing at any other address', async () => {
  const { id, url } = await newFile();
  const wrong = [
    url.replace(/\/[0-9a-f]{16}\//, '/0000000000000000/'),
    url.replace('.png', '.jpeg'),
    url.replace('.png', '.svg'),
    url.replace('original', '../../original'),
    url.replace('original', '..%2f..%2foriginal'),
    `/files/${id}`,
    `/files/${id}/..%2f..%2f..%2fetc%2fpasswd/original.png`,
    `/files/${id}%00/0000000000000000/original.png`,
    `/files/-1/0000000000000000/original.png`,
    `/files/1e3/0000000000000000/original.png`,
    `/files/99999999999/0000000000000000/original.png`,
    `/files/${id}/0000000000000000/original.png%00`,
    '/files/../../etc/passwd',
    '/files//etc/passwd',
    '/files/%5c..%5c',
  ];
  for (const address of wrong) {
    const { status } = await get('editor', address);
    expect([400, 404], address).toContain(status);
  }
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
