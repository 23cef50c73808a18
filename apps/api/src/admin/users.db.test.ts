import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { cookieFrom } from '../testing/http.ts';

const api = await testApi();
const { id: admin } = api.viewer('admin');
const lastStays = {
  status: 400,
  code: 'VALIDATION',
  fields: { role: expect.stringContaining('last administrator') },
};
const administrators = () =>
  api.db.read<number>(sql`select count(*)::int as j from users where role = 'admin' and disabled_at is null`);
const update = (id: number, data: object) => api.call('admin', 'admin.users.update', { id, data });

beforeEach(async () => {
  expect(await administrators(), 'one administrator to begin with').toBe(1);
});

it.each([{ role: 'editor' }, { role: 'visitor' }, { disabled: true }, { role: 'visitor', disabled: true }])(
  'the last administrator stays one: %o',
  async (data) => {
    const before = await api.dump();
    expect(await update(admin, data)).toMatchObject(lastStays);
    expect(await api.dump()).toEqual(before);
  },
);

it('the last administrator is not removed, alone or among others', async () => {
  const { id } = await api.rows.user();
  const before = await api.dump();
  expect(await api.call('admin', 'admin.users.remove', { ids: [admin] })).toMatchObject(lastStays);
  expect(await api.call('admin', 'admin.users.remove', { ids: [id, admin] })).toMatchObject(lastStays);
  expect(await api.dump()).toEqual(before);
});

it('a disabled administrator does not count', async () => {
  const { id } = await api.rows.user({ role: 'admin', disabledAt: new Date() });
  expect(await update(admin, { disabled: true })).toMatchObject(lastStays);
  expect(await update(id, { role: 'visitor' })).toMatchObject({ status: 200 });
});

const { users } = api.as('admin').admin;

it.each<[string, (id: number) => Promise<unknown>]>([
  ['demoted', (id) => users.update({ id, data: { role: 'visitor' } })],
  ['disabled', (id) => users.update({ id, data: { disabled: true } })],
  ['removed', (id) => users.remove({ ids: [id] })],
])('of two that are %s at once, one stays', async (_, takeAway) => {
  for (let round = 0; round < 5; round += 1) {
    const second = await api.rows.user({ role: 'admin' });
    const third = await api.rows.user({ role: 'admin' });
    await api.db.change({ channel: 'system' }, (tx) =>
      tx.execute(`update users set role = 'visitor' where id = ?`, [admin]),
    );
    const outcomes = await Promise.allSettled([takeAway(second.id), takeAway(third.id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await administrators()).toBe(1);
    await api.db.change({ channel: 'system' }, async (tx) => {
      await tx.execute(`update users set role = 'admin' where id = ?`, [admin]);
      await tx.execute('delete from users where id in (?, ?)', [second.id, third.id]);
    });
  }
});

it('disables and enables an account, and ends what it has open', async () => {
  const { id } = await api.rows.user();
  const cookie = cookieFrom(
    await api.services.sessions.start(id, 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0'),
  );
  expect(await users.devices({ id })).toMatchObject({
    items: [{ name: 'Firefox on Linux', current: false }],
  });
  expect(await users.get({ id })).toMatchObject({ item: { devices: 1, seenAt: expect.any(String) } });
  expect(await users.disable({ id })).toMatchObject({ item: { disabled: true, devices: 0, seenAt: null } });
  expect(await api.services.sessions.read(cookie)).toBeNull();
  expect(await users.disable({ id, disabled: false })).toMatchObject({ item: { disabled: false } });
});

it('counts the sessions that still sign somebody in', async () => {
  const { id } = await api.rows.user();
  await api.services.sessions.start(id);
  const old = cookieFrom(await api.services.sessions.start(id));
  expect((await users.get({ id })).item.devices).toBe(2);
  await api.db.unlogged(sql`update sessions set created_at = now() - interval '31 days'
    where number = (select max(number) from sessions where user_id = ${id})`);
  expect(await api.services.sessions.read(old)).toBeNull();
  expect((await users.get({ id })).item.devices).toBe(1);
  expect((await users.devices({ id })).items).toHaveLength(1);
});

it('the last administrator is not disabled', async () => {
  const before = await api.dump();
  expect(await api.call('admin', 'admin.users.disable', { id: admin })).toMatchObject({
    status: 400,
    fields: { disabled: expect.stringContaining('last administrator') },
  });
  expect(await api.dump()).toEqual(before);
});

it('shows the films that are kept by most, in pages', async () => {
  const people = await Promise.all([1, 2, 3].map(() => api.rows.user()));
  const films = await Promise.all(['Once', 'Twice', 'Thrice'].map((title) => api.rows.movie({ title })));
  for (const [index, film] of films.entries()) {
    for (const person of people.slice(0, index + 1)) await api.rows.favorite(person, film);
  }
  await api.rows.movie({ title: 'Never' });
  const { most } = api.as('admin').admin.favoriteMovies;
  const first = await most({ limit: 2 });
  expect(first.items.map(({ title, favorites }) => [title, favorites])).toEqual([
    ['Thrice', 3],
    ['Twice', 2],
  ]);
  expect(first.total).toEqual({ value: 3, exact: true });
  const { items, nextCursor } = await most({ limit: 2, cursor: first.nextCursor ?? '' });
  expect(items.map(({ title }) => title)).toEqual(['Once']);
  expect(nextCursor).toBeNull();
});
