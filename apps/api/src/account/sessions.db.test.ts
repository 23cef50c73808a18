import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { PASSWORD, testApi } from '../testing/api.ts';
import { type Answer, cookieFrom } from '../testing/http.ts';

const api = await testApi();
const { http, db } = api;
const setCookie = ({ headers }: Answer) => String(headers['set-cookie']);
const who = async (cookie: string) => (await http.call('account.me', undefined, { cookie })).data;
const nobody = { user: null };

describe('S25: the cookie', () => {
  it('is out of reach of scripts and of other sites', async () => {
    const answers = [
      await http.call('account.signIn', { email: 'visitor', password: PASSWORD }),
      await http.call('account.signUp', { email: 'c@example.org', username: 'cookie', password: PASSWORD }),
    ];
    for (const answer of answers) {
      const [cookie, ...attributes] = setCookie(answer).split('; ');
      // 40 letters of 32: 200 bits of chance.
      expect(cookie).toMatch(/^session=[a-z0-9]{40}$/);
      expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax']);
    }
    const out = await http.call('account.signOut', undefined, await api.cookieOf('visitor'));
    expect(setCookie(out)).toMatch(/^session=; .*Max-Age=0/);
  });

  it('S26: lies nowhere in the database, and no password either', async () => {
    const cookie = await http.signIn('visitor', PASSWORD);
    const [, secret = ''] = cookie.split('=');
    const tables = await db.read<string[]>(
      sql`select json_agg(tablename) as j from pg_tables where schemaname = 'public'`,
    );
    const dump = await Promise.all(
      tables.map((table) =>
        db.read<string>(sql`select coalesce(json_agg(t)::text, '') as j from ${sql.table(table)} t`),
      ),
    );
    expect(dump.join('')).not.toContain(secret);
    expect(dump.join('')).not.toContain(PASSWORD);
    const hashes = await db.read<string[]>(
      sql`select json_agg(password_hash) as j from users where username = 'visitor'`,
    );
    expect(hashes).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)]);
    const log = await db.read<string>(sql`select json_agg(e)::text as j from change_entries e`);
    expect(log).not.toContain('argon2');
  });

  it('S23: is a new one at each sign-in, whatever was shown', async () => {
    const chosen = 'session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
    const first = await http.call(
      'account.signIn',
      { email: 'visitor', password: PASSWORD },
      { cookie: chosen },
    );
    const cookie = cookieFrom(first.headers['set-cookie']);
    expect(cookie).not.toBe(chosen);
    expect(await who(chosen)).toEqual(nobody);

    const again = await http.call('account.signIn', { email: 'other', password: PASSWORD }, { cookie });
    expect(await who(cookie)).toEqual(nobody);
    expect(await who(cookieFrom(again.headers['set-cookie']))).toMatchObject({ user: { username: 'other' } });
  });

  it.each([
    'session=',
    'session=x',
    `session=${'x'.repeat(4000)}`,
    'session=%00',
    'session=\udcff',
    'session',
    '=;=;',
    "auth_session=1; session='; select 1",
  ])('is nobody’s when it is made up: %s', async (cookie) => {
    const answer = await http.call('account.me', undefined, { cookie: encodeURI(cookie.toWellFormed()) });
    expect(answer).toMatchObject({ status: 200, data: nobody });
  });
});

describe('a session ends', () => {
  it('S20: with signing out, on the server too', async () => {
    const cookie = await http.signIn('visitor', PASSWORD);
    expect(await who(cookie)).toMatchObject({ user: { username: 'visitor' } });
    await http.call('account.signOut', undefined, { cookie });
    expect(await who(cookie)).toEqual(nobody);
    expect(await http.call('favorites.ids', undefined, { cookie })).toMatchObject({ status: 401 });
    expect(await http.call('account.signOut', undefined, { cookie })).toMatchObject({ status: 200 });
  });

  it('S21: with a new password, but for the one it was changed in', async () => {
    const [mine, elsewhere, there] = await Promise.all([1, 2, 3].map(() => http.signIn('other', PASSWORD)));
    const someoneElse = await http.signIn('editor', PASSWORD);
    if (!mine || !elsewhere || !there) throw new Error('not signed in');
    const change = { currentPassword: PASSWORD, newPassword: 'quite another one' };
    const wrong = { ...change, currentPassword: 'a guess' };
    expect(await http.call('account.changePassword', wrong, { cookie: mine })).toMatchObject({
      status: 400,
      fields: { currentPassword: 'Is not your password' },
    });
    expect(await who(there)).toMatchObject({ user: { username: 'other' } });

    expect(await http.call('account.changePassword', change, { cookie: mine })).toMatchObject({
      status: 200,
    });
    expect(await who(mine)).toMatchObject({ user: { username: 'other' } });
    expect(await who(someoneElse)).toMatchObject({ user: { username: 'editor' } });
    for (const cookie of [elsewhere, there]) expect(await who(cookie)).toEqual(nobody);
    expect(await http.call('account.signIn', { email: 'other', password: PASSWORD })).toMatchObject({
      status: 401,
    });
    await http.signIn('other', 'quite another one');
  });

  it.each([
    ['disabled', { disabled: true }],
    ['given a new password', { password: 'set by the office' }],
    ['given another role', { role: 'visitor' }],
  ])('S22: at once for an account that is %s', async (_, data) => {
    const { id, username } = await newAccount('editor');
    const cookie = await http.signIn(username, PASSWORD);
    expect(await http.call('admin.genres.list', {}, { cookie })).toMatchObject({ status: 200 });
    expect(await api.call('admin', 'admin.users.update', { id, data })).toMatchObject({ status: 200 });
    expect(await http.call('admin.genres.list', {}, { cookie })).toMatchObject({ status: 401 });
    expect(await who(cookie)).toEqual(nobody);
  });

  it('S22: at once for an account that is disabled by whatever way', async () => {
    const { id, username } = await newAccount('editor');
    const cookie = await http.signIn(username, PASSWORD);
    await db.change({ channel: 'cli' }, (tx) =>
      tx.execute('update users set disabled_at = now() where id = ?', [id]),
    );
    expect(await who(cookie)).toEqual(nobody);
  });

  it('S24: at once for an account that is removed, and for good', async () => {
    const { id, username } = await newAccount('editor');
    const cookie = await http.signIn(username, PASSWORD);
    await api.call('admin', 'admin.users.remove', { ids: [id] });
    expect(await who(cookie)).toEqual(nobody);
    await newAccount('admin');
    expect(await who(cookie)).toEqual(nobody);
  });

  it('S27: after its time', async () => {
    const { id, username } = await newAccount('visitor');
    const cookie = await http.signIn(username, PASSWORD);
    await db.unlogged(
      sql`update sessions set expires_at = now() - interval '1 second' where user_id = ${id}`,
    );
    expect(await who(cookie)).toEqual(nobody);
  });

  it('later when it is used: the second half of its life renews it', async () => {
    const { id, username } = await newAccount('visitor');
    const cookie = await http.signIn(username, PASSWORD);
    await db.unlogged(sql`update sessions set expires_at = now() + interval '5 days' where user_id = ${id}`);
    const answer = await http.call('account.me', undefined, { cookie });
    expect(cookieFrom(answer.headers['set-cookie'])).toBe(cookie);
    const days = await db.read(
      sql`select extract(day from expires_at - now())::int as j from sessions where user_id = ${id}`,
    );
    expect(days).toBeGreaterThan(12);
  });

  it('leaves a disabled account nothing to sign in with', async () => {
    const { id, username } = await newAccount('visitor');
    await api.call('admin', 'admin.users.update', { id, data: { disabled: true } });
    const refused = await http.call('account.signIn', { email: username, password: PASSWORD });
    const unknown = await http.call('account.signIn', { email: 'unknown', password: PASSWORD });
    expect({ status: refused.status, text: refused.text }).toEqual({ status: 401, text: unknown.text });
    await api.call('admin', 'admin.users.update', { id, data: { disabled: false } });
    await http.signIn(username, PASSWORD);
  });
});

let accounts = 0;

async function newAccount(role: 'visitor' | 'editor' | 'admin') {
  accounts += 1;
  const [row] = await db.read<
    { hash: string }[]
  >(sql`select json_agg(json_build_object('hash', password_hash)) as j
    from users where username = 'visitor'`);
  return api.rows.user({ role, username: `account${accounts}`, passwordHash: row?.hash ?? '' });
}
