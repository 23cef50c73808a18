import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, testApi } from '../testing/api.ts';
import { networkOf } from './attempts.ts';

const api = await testApi();
const { http, db } = api;
beforeEach(() => db.unlogged(sql`delete from attempts`));

const guess = (email: string, more: object = {}) => ({ email, password: 'a wrong guess', ...more });
const post = (
  url: string,
  payload: object,
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
) => http.send({ method: 'POST', url, payload, headers, remoteAddress });
const tooMany = { status: 429, code: 'TOO_MANY_REQUESTS' };

describe('S31: guessing a password', () => {
  it.each<[string, (n: number) => ReturnType<typeof post>]>([
    ['the same each time', () => post('/trpc/account.signIn', guess('visitor'))],
    [
      'X-Forwarded-For',
      (n) => post('/trpc/account.signIn', guess('visitor'), { 'x-forwarded-for': `10.0.0.${n}` }),
    ],
    ['X-Real-IP', (n) => post('/trpc/account.signIn', guess('visitor'), { 'x-real-ip': `10.0.0.${n}` })],
    ['Forwarded', (n) => post('/trpc/account.signIn', guess('visitor'), { forwarded: `for=10.0.0.${n}` })],
    [
      'name and address in turn',
      (n) => post('/trpc/account.signIn', guess(n % 2 ? 'visitor' : 'Visitor@example.org')),
    ],
    ['spaces and letters', (n) => post('/trpc/account.signIn', guess(n % 2 ? ' VISITOR ' : 'visitor'))],
    ['?x=n', (n) => post(`/trpc/account.signIn?x=${n}`, guess('visitor'))],
    ['%6c', () => post('/trpc/account%2esignIn', guess('visitor'))],
    ['nobody’s account', () => post('/trpc/account.signIn', guess('nobody'))],
  ])('is stopped at the eleventh try: %s', async (_, send) => {
    const statuses: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const answer = await send(n);
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
  });

  it.each([guess('visitor', { extra: 1 })])('counts nothing that is refused before: %j', async (input) => {
    expect(await post('/trpc/account.signIn', input)).toMatchObject({ status: 400 });
  });

  it.each(['/TRPC/account.signIn', '//trpc/account.signIn', '/trpc/account.signIn/'])(
    'has no other way in: %s',
    async (url) => {
      for (let n = 0; n < 20; n += 1) await post('/trpc/account.signIn', guess('visitor'));
      expect((await post(url, { email: 'visitor', password: PASSWORD })).status).not.toBe(200);
    },
  );

  it('does not lock out whoever knows the password, elsewhere', async () => {
    for (let n = 0; n < 12; n += 1) await post('/trpc/account.signIn', guess('visitor'));
    const right = { email: 'visitor', password: PASSWORD };
    expect(await post('/trpc/account.signIn', right)).toMatchObject(tooMany);
    expect(await post('/trpc/account.signIn', right, {}, '203.0.113.9')).toMatchObject({ status: 200 });
    expect(await post('/trpc/account.signIn', { ...right, email: 'other' })).toMatchObject({ status: 200 });
  });

  it('is stopped when all come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => post('/trpc/account.signIn', guess('editor'))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(5).fill(429)]);
  });

  it('R22: writes nothing more of those beyond the limit, who would queue for the row', async () => {
    const tries = () => db.read(sql`select json_agg(a::text order by key) as j from attempts a`);
    for (let n = 0; n < 10; n += 1) await post('/trpc/account.signIn', guess('visitor'));
    const before = await tries();
    expect(await post('/trpc/account.signIn', guess('visitor'))).toMatchObject(tooMany);
    expect(await tries()).toEqual(before);
  });

  it('may go on when the time is over', async () => {
    for (let n = 0; n < 11; n += 1) await post('/trpc/account.signIn', guess('visitor'));
    await db.unlogged(sql`update attempts set ends_at = now() - interval '1 second'`);
    await http.signIn('visitor', PASSWORD);
  });

  it('is no matter of right ones', async () => {
    for (let n = 0; n < 15; n += 1) await http.signIn('visitor', PASSWORD);
  });

  it('believes the proxies that are named, and no others', async () => {
    const behind = await testApi({ env: { TRUST_PROXY: '127.0.0.1' } });
    const from = (client: string, password: string) =>
      behind.http.call('account.signIn', { email: 'visitor', password }, { 'x-forwarded-for': client });
    for (let n = 0; n < 11; n += 1) await from('203.0.113.1', 'a wrong guess');
    expect(await from('203.0.113.1', PASSWORD)).toMatchObject(tooMany);
    expect(await from('203.0.113.2', PASSWORD)).toMatchObject({ status: 200 });
  });
});

it.each(['account.changePassword', 'account.delete', 'account.update'])(
  'S31: %s is no way to guess the password either',
  async (path) => {
    const input = {
      'account.changePassword': { currentPassword: 'a guess', newPassword: 'long enough' },
      'account.delete': { password: 'a guess' },
      'account.update': { email: 'x@example.org', currentPassword: 'a guess' },
    }[path];
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await api.call('visitor', path, input)).status);
    expect(statuses).toEqual([...Array(10).fill(400), 429, 429]);
  },
);

it('S33: refuses what everybody would try first, wherever a password is set', async () => {
  const common = 'liverpool1';
  const account = { email: 'common@example.org', username: 'common', password: common };
  const refused = (field: string) => ({
    status: 400,
    code: 'VALIDATION',
    fields: { [field]: expect.stringContaining('first') },
  });
  expect(await http.call('account.signUp', account)).toMatchObject(refused('password'));
  expect(await http.call('account.signUp', { ...account, password: common.toUpperCase() })).toMatchObject(
    refused('password'),
  );
  const change = { currentPassword: PASSWORD, newPassword: common };
  expect(await api.call('visitor', 'account.changePassword', change)).toMatchObject(refused('newPassword'));
  const data = { ...account, role: 'editor' };
  expect(await api.call('admin', 'admin.users.create', { data })).toMatchObject(refused('password'));
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('takes %s for %s', (address, network) => expect(networkOf(address)).toBe(network));
