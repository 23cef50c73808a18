import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

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
