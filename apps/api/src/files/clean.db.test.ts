import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { untilBlocked } from '../testing/locks.ts';
import { fileOf, formOf, upload } from '../testing/upload.ts';
import { collectUnused, inspectStorage, sweepStorage, sweepVariants } from './clean.ts';
import { variantsFolder } from './variants.ts';

const api = await testApi();
const { services } = api;
const { admin } = api.as('editor');

let shade = 0;
async function newFile(library = false) {
  shade += 1;
  const background = { r: 0, g: 0, b: shade };
  const bytes = await sharp({ create: { width: 6, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  if (!library) return fileOf(await upload(api, 'editor', { bytes }));
  const { type, payload } = formOf([{ bytes }]);
  const headers = { ...(await api.cookieOf('editor')), 'content-type': type };
  return fileOf(await api.http.send({ method: 'POST', url: '/files?library=true', headers, payload }));
}

const there = async (): Promise<number[]> =>
  api.db.read(sql`select (select coalesce(json_agg(id order by id), '[]') from files) as j`);
/** As if this many days had passed. */
const later = (days: number) =>
  api.db.unlogged(sql`update unused_files set goes_at = goes_at - ${days} * interval '1 day'`);

it('R18: takes what no form saved after a day, what nothing shows after a month, and never what is in use', async () => {
  const files = {
    never: await newFile(),
    library: await newFile(true),
    poster: await newFile(),
    replaced: await newFile(),
    extra: await newFile(),
    portrait: await newFile(),
    director: await newFile(),
    avatar: await newFile(),
  };
  const movie = await api.rows.movie({ poster: files.poster });
  const other = await api.rows.movie({ poster: files.replaced });
  await api.rows.person({
    primaryPhotoFileId: files.portrait.id,
    additionalImages: [{ fileId: files.extra.id, caption: null }],
  });
  await api.rows.director({ photoFileId: files.director.id });
  const user = await api.rows.user({ avatarFileId: files.avatar.id });
  const all = Object.values(files).map(({ id }) => id);

  expect(await collectUnused(services)).toBe(0);
  expect(await there()).toEqual(all);
  await later(2);
  expect(await collectUnused(services)).toBe(1);
  expect(await there()).toEqual(all.filter((id) => id !== files.never.id));

  // Nothing shows these any more: a month later they go.
  await admin.movies.remove({ ids: [movie.id] });
  await admin.movies.update({ id: other.id, data: { posterFileId: null } });
  await api.as('admin').admin.users.update({ id: user.id, data: { avatarFileId: null } });
  expect(await collectUnused(services)).toBe(0);
  const { item } = await admin.files.get({ id: files.poster.id });
  expect(Date.parse(item.goesAt ?? '') - Date.now()).toBeGreaterThan(29 * 24 * 3_600_000);
  await later(29);
  expect(await collectUnused(services)).toBe(0);
  await later(2);
  // One that is shown again in the meantime stays.
  await api.rows.movie({ poster: files.replaced });
  expect(await collectUnused(services)).toBe(2);
  expect(await there()).toEqual(
    [files.library, files.replaced, files.extra, files.portrait, files.director].map(({ id }) => id),
  );
  expect(await inspectStorage(services, Date.now() + 48 * 3_600_000)).toEqual({
    orphanedKeys: [],
    filesWithoutBytes: [],
    damagedFiles: [],
  });
});

it('R18: never takes what is shown since it was looked for', async () => {
  const [due, held] = [await newFile(), await newFile()];
  await later(2);
  // Stops the cleaning up between its two looks: somebody else is noting the same file.
  const other = new pg.Client({ connectionString: api.db.url });
  await other.connect();
  await api.db.unlogged(sql`delete from unused_files where file_id = ${held.id}`);
  await other.query('begin');
  await other.query(`insert into unused_files values ($1, 'infinity')`, [held.id]);
  const cleaning = collectUnused(services);
  await untilBlocked(api.db);
  await api.rows.person({ additionalImages: [{ fileId: due.id, caption: null }] });
  await other.query('commit');
  await other.end();
  expect(await cleaning).toBe(0);
  expect(await there()).toContain(due.id);
});

it('does it once when two servers do it at once', async () => {
  await newFile();
  await later(2);
  const counts = await Promise.all([collectUnused(services), collectUnused(services)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
});

it('finds bytes without a row and rows without bytes, and leaves what may be underway', async () => {
  const lost = await newFile();
  const key = await api.db.read<string>(
    sql`select to_json(secret_key) as j from files where id = ${lost.id}`,
  );
  await services.storage.remove(key);
  await services.storage.put('bytes-that-nobody-has', Buffer.from('x'));
  const tomorrow = Date.now() + 25 * 3_600_000;
  expect(await inspectStorage(services)).toMatchObject({ orphanedKeys: [] });
  expect(await inspectStorage(services, tomorrow)).toEqual({
    orphanedKeys: ['bytes-that-nobody-has'],
    filesWithoutBytes: [{ id: lost.id, fileName: 'still.png' }],
    damagedFiles: [],
  });
  expect(await sweepStorage(services)).toBe(0);
  expect(await sweepStorage(services, tomorrow)).toBe(1);
  expect(await services.storage.read('bytes-that-nobody-has')).toBeNull();
});

it('removes made pictures whose address is gone', async () => {
  const { url } = await newFile();
  const hash = url.split('/')[3] ?? '';
  await api.http.send({ method: 'GET', url, headers: await api.cookieOf('editor') });
  const folder = variantsFolder(services.config);
  await mkdir(join(folder, '00', '00aaaaaaaaaaaaaa'), { recursive: true });
  await sweepVariants(services, folder);
  expect(await readdir(join(folder, '00'))).not.toContain('00aaaaaaaaaaaaaa');
  expect(await readdir(join(folder, hash.slice(0, 2)))).toContain(hash);
});
