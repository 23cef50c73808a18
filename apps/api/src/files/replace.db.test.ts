import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, testApi } from '../testing/api.ts';
import { fileOf, formOf, picture, upload } from '../testing/upload.ts';

const api = await testApi();
const refused = { status: 400, code: 'VALIDATION', fields: { file: expect.any(String) } };

describe('another picture in a file’s place', () => {
  const replace = async (id: number | string, bytes: Buffer, actor: Actor = 'editor') => {
    const { type, payload } = formOf([{ bytes, name: 'better.png' }]);
    const headers = { ...(await api.cookieOf(actor)), 'content-type': type };
    return api.http.send({ method: 'POST', url: `/files/${id}/replace`, headers, payload });
  };

  it('keeps every use and takes a new address; the old bytes go', async () => {
    const old = fileOf(await upload(api, 'editor', { bytes: await picture(30, 45).png().toBuffer() }));
    const movie = await api.rows.movie({ poster: old });
    const crop = { left: 3, top: 3, width: 9, height: 9 };
    await api.as('editor').admin.files.update({ id: old.id, data: { crop } });
    const keys = async () =>
      api.db.read<string[]>(sql`select json_agg(secret_key) as j from files where id = ${old.id}`);
    const [before = ''] = await keys();
    const answer = fileOf(await replace(old.id, await picture(60, 90).webp().toBuffer()));
    expect(answer).toMatchObject({ id: old.id, width: 60, height: 90, mimeType: 'image/webp' });
    expect(answer.url).not.toBe(old.url);
    const { item } = await api.as('anon').movies.get({ id: movie.id });
    expect(item.poster).toMatchObject({ id: old.id, url: answer.url, width: 60, height: 90 });
    expect(await api.services.storage.read(before)).toBeNull();
    expect((await api.http.send({ method: 'GET', url: old.url })).status).toBe(404);
    expect((await api.http.send({ method: 'GET', url: answer.url })).status).toBe(200);
  });

  it('is refused as any upload is, and to whoever may not', async () => {
    const { id } = fileOf(await upload(api, 'editor', { bytes: await picture().png().toBuffer() }));
    const bytes = await picture().png().toBuffer();
    const before = await api.dump();
    expect(await replace(id, bytes, 'anon')).toMatchObject({ status: 401 });
    expect(await replace(id, bytes, 'visitor')).toMatchObject({ status: 403 });
    expect(await replace(id, Buffer.from('<svg/>'))).toMatchObject(refused);
    for (const nobody of [999_999, 'x', '-1', '1e9', '../1']) {
      expect((await replace(nobody, bytes)).status, `${nobody}`).toBe(404);
    }
    expect(await api.dump()).toEqual(before);
  });
});
