import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testApi } from './testing/api.ts';
import { formOf } from './testing/upload.ts';

const api = await testApi();

const created = z.object({ item: z.object({ id: z.int() }), token: z.string() });

async function newToken(scope: 'read' | 'edit', days = 90) {
  const answer = await api.call('admin', 'admin.tokens.create', { data: { name: 'kiosk', scope, days } });
  const { item, token: secret } = created.parse(answer.data);
  return { id: item.id, secret, headers: { authorization: `Bearer ${secret}` } };
}
const genre = () => ({ data: { name: `Genre ${Math.random()}` } });
const forbidden = { status: 403, code: 'FORBIDDEN' };
const unknown = { status: 401, code: 'UNAUTHORIZED' };

describe('E45: a token', () => {
  it('that may read reads what editors read, and changes nothing', async () => {
    const { headers } = await newToken('read');
    expect(await api.http.call('admin.genres.list', {}, headers)).toMatchObject({ status: 200 });
    const before = await api.dump();
    expect(await api.http.call('admin.genres.create', genre(), headers)).toMatchObject(forbidden);
    expect(await api.http.call('favorites.add', { movieId: 1 }, headers)).toMatchObject(forbidden);
    const { type, payload } = formOf([{ bytes: Buffer.from('x') }]);
    const upload = {
      method: 'POST',
      url: '/files',
      payload,
      headers: { ...headers, 'content-type': type },
    } as const;
    expect(await api.http.send(upload)).toMatchObject(forbidden);
    expect(await api.dump()).toEqual(before);
  });

  it('that may edit does so in its maker’s name, and the log knows that it was a token', async () => {
    const { headers } = await newToken('edit');
    expect(await api.http.call('admin.genres.create', genre(), headers)).toMatchObject({ status: 200 });
    const last = await api.db.read(sql`select json_build_object('channel', channel, 'userId', user_id) as j
      from changes order by id desc limit 1`);
    expect(last).toEqual({ channel: 'token', userId: api.viewer('admin').id });
  });

  it.each(['admin.users.list', 'admin.tokens.list', 'statistics.usersWithFavorites'])(
    'is no administrator: %s',
    async (path) => {
      const { headers } = await newToken('edit');
      expect(await api.http.call(path, undefined, headers)).toMatchObject(forbidden);
    },
  );

  it.each([
    ['account.changePassword', { currentPassword: 'x', newPassword: 'long enough' }],
    ['account.delete', { password: 'x' }],
    ['account.endOtherSessions', undefined],
    ['account.sessions', undefined],
    ['account.download', undefined],
  ])('has no business with an account: %s', async (path, input) => {
    const { headers } = await newToken('edit');
    expect(await api.http.call(path, input, headers)).toMatchObject(forbidden);
  });

  it('is shown once, and only its hash is kept', async () => {
    const { secret } = await newToken('read');
    expect(secret).toMatch(/^cine_[\w-]{43}$/);
    const { text } = await api.call('admin', 'admin.tokens.list');
    expect(text).not.toContain(secret.slice(5));
    const rows = await api.db.read(sql`select json_agg(t)::text as j from api_tokens t`);
    expect(rows).not.toContain(secret.slice(5));
  });

  it('tells when it was last used', async () => {
    const { id, headers } = await newToken('read');
    const usedAt = async () => {
      const { items } = await api.as('admin').admin.tokens.list();
      return items.find((token) => token.id === id)?.lastUsedAt;
    };
    expect(await usedAt()).toBeNull();
    await api.http.call('admin.genres.list', {}, headers);
    const first = await usedAt();
    expect(first).toMatch(/Z$/);
    await setTimeout(5);
    await api.http.call('admin.genres.list', {}, headers);
    expect(await usedAt(), 'written once a minute').toBe(first);
  });

  it('is void once it is removed, expired, or its maker may no longer edit', async () => {
    const [removed, expired, kept] = [await newToken('read'), await newToken('read'), await newToken('read')];
    const works = ({ headers }: typeof kept) => api.http.call('admin.genres.list', {}, headers);
    expect(await works(kept)).toMatchObject({ status: 200 });

    await api.call('admin', 'admin.tokens.remove', { ids: [removed.id] });
    expect(await works(removed)).toMatchObject(unknown);
    await api.db.unlogged(sql`update api_tokens set expires_at = now() where id = ${expired.id}`);
    expect(await works(expired)).toMatchObject(unknown);

    const { id } = api.viewer('admin');
    await api.db.unlogged(sql`update users set disabled_at = now() where id = ${id}`);
    expect(await works(kept)).toMatchObject(unknown);
    await api.db.unlogged(sql`update users set disabled_at = null, role = 'visitor' where id = ${id}`);
    expect(await works(kept)).toMatchObject(unknown);
    await api.db.unlogged(sql`update users set role = 'admin' where id = ${id}`);
    expect(await works(kept)).toMatchObject({ status: 200 });
  });

  it.each(['Bearer', 'Bearer nonsense', `Bearer cine_${'x'.repeat(43)}`, `Bearer ${'x'.repeat(5000)}`])(
    'that is none is refused or passed over: %.40s',
    async (authorization) => {
      expect(await api.http.call('admin.genres.list', {}, { authorization })).toMatchObject(unknown);
    },
  );

  it('is made with a name, a scope and at most a year', async () => {
    const data = { name: '', scope: 'admin', days: 367 };
    const answer = await api.call('admin', 'admin.tokens.create', { data });
    expect(answer).toMatchObject({ status: 400, code: 'VALIDATION' });
    expect(Object.keys(answer.fields).sort()).toEqual(['days', 'name', 'scope']);
  });
});
