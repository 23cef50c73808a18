import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { PASSWORD, testApi } from '../testing/api.ts';
import { createPasswords } from './password.ts';

// Twenty at once is what these tests are about, not how many may hash.
const api = await testApi({ instead: () => ({ passwords: createPasswords({ waiting: 64 }) }) });
const { http, db } = api;
const refused = { status: 400, code: 'VALIDATION' };

describe('signing up', () => {
  it.each(['email', 'username'])('R17: lets one of twenty have the same %s', async (field) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        http.call('account.signUp', {
          ...{ email: `${field}${n}@race.example`, username: `${field}${n}`, password: PASSWORD },
          [field]:
            field === 'email' ? (n % 2 ? 'One@race.example' : 'one@race.example') : n % 2 ? 'One' : 'one',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    for (const answer of others) {
      expect(answer).toMatchObject({ ...refused, fields: { [field]: 'Is already taken' } });
    }
  });

  it.each<[string, Record<string, unknown>]>([
    ['role', { role: 'admin' }],
    ['id', { id: 1 }],
    ['passwordHash', { passwordHash: '$argon2id$' }],
    ['disabled', { disabled: false }],
    ['createdAt', { createdAt: '2020-01-01T00:00:00.000Z' }],
    ['email', { email: 'no address' }],
    ['email', { email: ['a@example.org'] }],
    ['email', { email: 'a@example.org,b@example.org' }],
    ['email', { email: 'a@example.org\r\nBcc: b@example.org' }],
    ['username', { username: 'ana@example.org' }],
    ['username', { username: 'a b' }],
    ['username', { username: 'x' }],
    ['password', { password: '1234567' }],
    ['password', { password: 'x'.repeat(129) }],
    ['password', { password: 'x'.repeat(500_000) }],
    ['password', { password: 'password123' }],
    ['password', { password: 'eight\0 letters' }],
  ])('S10, S33: names what is wrong: %s', async (field, wrong) => {
    const before = await api.dump();
    const right = { email: 'wrong@example.org', username: 'wrong', password: PASSWORD };
    const answer = await http.call('account.signUp', { ...right, ...wrong });
    expect(answer).toMatchObject(refused);
    expect(Object.keys(answer.fields)).toEqual([field]);
    expect(await api.dump()).toEqual(before);
  });

  it('S33: takes any password of eight to 128 characters, to its last one', async () => {
    const passwords = [
      '        ',
      '😀'.repeat(8),
      'x'.repeat(64),
      `${'x'.repeat(127)}y`,
      'a passphrase with spaces',
    ];
    for (const [n, password] of passwords.entries()) {
      const account = { email: `long${n}@example.org`, username: `long${n}`, password };
      expect(await http.call('account.signUp', account)).toMatchObject({ status: 200 });
      await http.signIn(`long${n}`, password);
      const almost = `${[...password].slice(0, -1).join('')}?`;
      expect(await http.call('account.signIn', { email: `long${n}`, password: almost })).toMatchObject({
        status: 401,
      });
    }
  });

  it('S18: can be closed', async () => {
    const closed = await testApi({ env: { SIGN_UP: 'closed' } });
    const before = await closed.dump();
    const answer = await closed.http.call('account.signUp', {
      email: 'x@example.org',
      username: 'xy',
      password: PASSWORD,
    });
    expect(answer).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await closed.dump()).toEqual(before);
  });
});

describe('signing in', () => {
  it('S30: does not tell a wrong password from an unknown name', async () => {
    const tries = [
      { email: 'visitor', password: 'wrong one' },
      { email: 'visitor@example.org', password: 'wrong one' },
      { email: 'nobody', password: 'wrong one' },
      { email: 'nobody@example.org', password: 'wrong one' },
      { email: 'nobody', password: PASSWORD },
    ];
    const answers = await Promise.all(tries.map((input) => http.call('account.signIn', input)));
    const [first] = answers;
    expect(first).toMatchObject({ status: 401, code: 'UNAUTHORIZED', fields: {} });
    for (const answer of answers) expect(answer.text).toBe(first?.text);
    for (const { headers } of answers) expect(headers['set-cookie']).toBeUndefined();
  });

  it('S30: does the same work for a name that nobody has', async () => {
    const hashed: (string | null)[] = [];
    const passwords = createPasswords();
    const watched = await testApi({
      instead: () => ({
        passwords: {
          ...passwords,
          verify: (hash, password) => {
            hashed.push(hash);
            return passwords.verify(hash, password);
          },
        },
      }),
    });
    await watched.http.call('account.signIn', { email: 'nobody', password: PASSWORD });
    await watched.http.call('account.signIn', { email: 'visitor', password: 'wrong one' });
    expect(hashed).toEqual([null, expect.stringMatching(/^\$argon2id/)]);
  });

  it.each(['visitor', 'VISITOR', 'visitor@example.org', 'Visitor@Example.ORG', ' visitor '])(
    'takes the name and the address in any case: %s',
    async (email) => {
      const answer = await http.call('account.signIn', { email, password: PASSWORD });
      expect(answer).toMatchObject({ status: 200, data: { user: { username: 'visitor', role: 'visitor' } } });
    },
  );
});

describe('editing oneself', () => {
  it('S10: changes nobody’s role, id or password', async () => {
    const before = await api.dump();
    for (const data of [
      { role: 'admin' },
      { id: 1 },
      { passwordHash: 'x' },
      { password: 'x' },
      { disabled: true },
    ]) {
      expect(await api.call('visitor', 'account.update', data)).toMatchObject(refused);
    }
    expect(await api.dump()).toEqual(before);
  });

  it('names what somebody else has', async () => {
    expect(await api.call('visitor', 'account.update', { username: 'EDITOR' })).toMatchObject({
      ...refused,
      fields: { username: 'Is already taken' },
    });
    expect(
      await api.call('visitor', 'account.update', { email: 'Editor@example.org', currentPassword: PASSWORD }),
    ).toMatchObject({
      ...refused,
      fields: { email: 'Is already taken' },
    });
  });

  it('is filed under oneself', async () => {
    const { id } = api.viewer('visitor');
    await api.call('visitor', 'account.update', { firstName: 'Ana' });
    const last = await db.read(sql`select json_build_object('user', user_id, 'channel', channel) as j
      from changes order by id desc limit 1`);
    expect(last).toEqual({ user: id, channel: 'ui' });
  });
});
