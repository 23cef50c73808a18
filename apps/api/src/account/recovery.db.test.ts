import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildServer } from '../server.ts';
import { PASSWORD, testApi } from '../testing/api.ts';
import { type Headers, httpClient } from '../testing/http.ts';
import { mailServer } from '../testing/mail.ts';

const mail = await mailServer();
const SITE = 'https://films.example.org/catalog';
const api = await testApi({ env: { SMTP_URL: mail.url, PUBLIC_URL: SITE } });
const { http, db } = api;

/** The letters that the last calls made, once all are sent. */
async function letters() {
  await api.services.mailer?.idle();
  return mail.received.splice(0);
}
const tokenIn = (text: string | undefined) => text?.match(/#token=([\w-]+)/)?.[1] ?? '';
const tokenFor = async (userId: number, purpose: 'reset' | 'verify') =>
  tokenIn((await api.services.tokens.issue(userId, purpose))?.url);
const invalidLink = { status: 400, code: 'VALIDATION', fields: { token: expect.any(String) } };
const reset = (token: string, newPassword = 'quite another one') =>
  http.call('account.resetPassword', { token, newPassword });

let people = 0;
/** An account with a password, and its cookie. */
async function newAccount() {
  people += 1;
  const hash = await db.read<string>(
    sql`select (select password_hash from users where username = 'visitor') as j`,
  );
  const user = await api.rows.user({
    username: `person${people}`,
    email: `person${people}@example.org`,
    passwordHash: hash,
  });
  return { ...user, cookie: await http.signIn(user.username, PASSWORD) };
}

beforeEach(async () => {
  await letters();
  await db.unlogged(sql`delete from attempts`);
});

describe('V18: a forgotten password', () => {
  it('is replaced by the link in a letter, once, and every session ends', async () => {
    const { email, username, cookie } = await newAccount();
    expect(await http.call('account.requestPasswordReset', { email: email.toUpperCase() })).toMatchObject({
      status: 200,
    });
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: [email], subject: 'Choose a new password' });
    expect(letter?.text).toContain(`${SITE}/reset-password#token=`);
    expect(letter?.html).toContain(`href="${SITE}/reset-password#token=`);
    const token = tokenIn(letter?.text);
    expect(await reset(token)).toMatchObject({ status: 200, data: { changed: true } });
    expect((await http.call('account.me', undefined, { cookie })).data).toEqual({ user: null });
    await http.signIn(username, 'quite another one');
    expect(await http.call('account.signIn', { email: username, password: PASSWORD })).toMatchObject({
      status: 401,
    });
    expect(await reset(token, 'a third password')).toMatchObject(invalidLink);
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Your password was changed']);
  });

  it('S30: is asked for alike by a stranger and by whoever has an account', async () => {
    const { email } = await newAccount();
    const known = await http.call('account.requestPasswordReset', { email });
    const unknown = await http.call('account.requestPasswordReset', { email: 'nobody@example.org' });
    expect(unknown.text).toBe(known.text);
    expect(unknown.status).toBe(known.status);
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers));
    expect((await letters()).map(({ to }) => to)).toEqual([[email]]);
  });

  it.each<Headers>([
    { host: 'evil.example' },
    { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
    { forwarded: 'host=evil.example' },
  ])('S34: leads to our own address, whatever the request says: %j', async (headers) => {
    const { email } = await newAccount();
    await http.call('account.requestPasswordReset', { email }, headers);
    const [letter] = await letters();
    expect(letter?.text).toContain(`${SITE}/reset-password#token=`);
    expect(letter?.raw).not.toContain('evil');
  });

  it('S56: names the account by its letters, whatever they mean elsewhere', async () => {
    const username = '<%=7*7%>{{7*7}}<b>';
    const { email } = await api.rows.user({ username });
    await http.call('account.requestPasswordReset', { email });
    const [letter] = await letters();
    expect(letter?.text).toContain(`for the account ${username}.`);
    expect(letter?.html).toContain('for the account &lt;%=7*7%&gt;{{7*7}}&lt;b&gt;.');
  });

  it.each<[unknown]>([
    [['visitor@example.org']],
    ['visitor@example.org,evil@example.org'],
    ['visitor@example.org evil@example.org'],
    ['visitor@example.org\r\nBcc: evil@example.org'],
    ['visitor@example.org\0'],
    [{ $like: '%' }],
  ])('S34: takes one address and nothing else: %j', async (email) => {
    expect(await http.call('account.requestPasswordReset', { email })).toMatchObject({
      status: 400,
      code: 'VALIDATION',
    });
    expect(await letters()).toEqual([]);
  });

  it('S34: sends nothing to an address that only looks like the account’s', async () => {
    await http.call('account.requestPasswordReset', { email: 'vísitor@example.org' });
    expect(await letters()).toEqual([]);
  });

  it('S34: holds for an hour', async () => {
    const { id } = await newAccount();
    const token = await tokenFor(id, 'reset');
    await db.unlogged(
      sql`update account_tokens set expires_at = now() - interval '1 second' where user_id = ${id}`,
    );
    expect(await reset(token)).toMatchObject(invalidLink);
    const minutes =
      await db.read<number>(sql`select (select round(extract(epoch from expires_at - created_at) / 60)::int
      from account_tokens where id = ${(await tokenFor(id, 'reset')).slice(0, 16)}) as j`);
    expect(minutes).toBe(60);
  });

  it('S35: is dead after a few wrong guesses', async () => {
    const { id } = await newAccount();
    const token = await tokenFor(id, 'reset');
    for (let n = 0; n < 6; n += 1) {
      expect(await reset(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toMatchObject(
        invalidLink,
      );
    }
    expect(await reset(token)).toMatchObject(invalidLink);
  });

  it('works once for two who use it at the same time', async () => {
    const { id } = await newAccount();
    const token = await tokenFor(id, 'reset');
    const answers = await Promise.all(
      ['one password', 'two passwords'].map((password) => reset(token, password)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('keeps its link when the new password is refused', async () => {
    const { id } = await newAccount();
    const token = await tokenFor(id, 'reset');
    expect(await reset(token, 'baseball1')).toMatchObject({
      status: 400,
      fields: { newPassword: expect.any(String) },
    });
    expect(await reset(token, 'short')).toMatchObject({
      status: 400,
      fields: { newPassword: expect.any(String) },
    });
    expect(await reset(token)).toMatchObject({ status: 200 });
  });

  it('is no link to anything else, to nobody disabled, and void with another address', async () => {
    const { id } = await newAccount();
    expect(await reset(await tokenFor(id, 'verify'))).toMatchObject(invalidLink);
    const before = await tokenFor(id, 'reset');
    await db.unlogged(sql`update users set email = 'moved@example.org' where id = ${id}`);
    expect(await reset(before)).toMatchObject(invalidLink);
    const disabled = await tokenFor(id, 'reset');
    await db.unlogged(sql`update users set disabled_at = now() where id = ${id}`);
    expect(await reset(disabled)).toMatchObject(invalidLink);
    expect(await api.services.tokens.issue(id, 'reset')).toBeNull();
    for (const token of ['', 'x', 'x'.repeat(200)]) expect(await reset(token)).toMatchObject(invalidLink);
  });

  it('lies nowhere in the database in the clear', async () => {
    const { id } = await newAccount();
    const token = await tokenFor(id, 'reset');
    const rows = await db.read<string>(sql`select json_agg(t)::text as j from account_tokens t`);
    expect(rows).toContain(token.slice(0, 16));
    expect(rows).not.toContain(token.slice(16));
  });

  it('fills nobody’s letter box', async () => {
    const { email } = await newAccount();
    for (let n = 0; n < 8; n += 1) {
      expect(await http.call('account.requestPasswordReset', { email })).toMatchObject({ status: 200 });
      await api.services.mailer?.idle();
    }
    expect(await letters()).toHaveLength(5);
  });
});

describe('V18: a new account', () => {
  const sign = (email: string, username: string) =>
    http.call('account.signUp', { email, username, password: PASSWORD });

  it('is confirmed by the link in a letter, and works before that', async () => {
    const answer = await sign('ada@example.org', 'ada');
    expect(answer).toMatchObject({ status: 200, data: { user: null } });
    const cookie = await http.signIn('ada', PASSWORD);
    const { id: movieId } = await api.rows.movie();
    expect(await http.call('favorites.add', { movieId }, { cookie })).toMatchObject({ status: 200 });
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: ['ada@example.org'], subject: 'Confirm your e-mail address' });
    const token = tokenIn(letter?.text);
    expect(await http.call('account.verifyEmail', { token })).toMatchObject({ status: 200 });
    expect(await http.call('account.verifyEmail', { token })).toMatchObject(invalidLink);
    const me = await http.call('account.me', undefined, { cookie });
    expect(me.data).toMatchObject({ user: { emailVerified: true } });
    expect(await http.call('account.resendVerification', undefined, { cookie })).toMatchObject({
      status: 400,
    });
  });

  it('S30: is asked for alike with an address that has an account; its owner is told', async () => {
    const unknown = await sign('new@example.org', 'newcomer');
    const known = await sign('Visitor@example.org', 'newcomer2');
    expect({ status: known.status, text: known.text }).toEqual({
      status: unknown.status,
      text: unknown.text,
    });
    expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers));
    const sent = await letters();
    expect(sent.map(({ to, subject }) => [to[0], subject]).sort()).toEqual([
      ['new@example.org', 'Confirm your e-mail address'],
      ['visitor@example.org', 'You have an account already'],
    ]);
    expect(await http.call('account.signIn', { email: 'newcomer2', password: PASSWORD })).toMatchObject({
      status: 401,
    });
  });

  it('still hears that a name is taken', async () => {
    expect(await sign('third@example.org', 'Visitor')).toMatchObject({
      status: 400,
      fields: { username: 'Is already taken' },
    });
  });

  it('can ask for the letter again', async () => {
    const { cookie, email } = await newAccount();
    expect(await http.call('account.resendVerification', undefined, { cookie })).toMatchObject({
      status: 200,
    });
    expect((await letters()).map(({ to }) => to)).toEqual([[email]]);
  });
});

describe('S21: another address', () => {
  it('takes the password, is told to both, and is not confirmed', async () => {
    const { id, email, cookie } = await newAccount();
    await db.unlogged(sql`update users set email_verified_at = now() where id = ${id}`);
    const move = (data: object) => http.call('account.update', data, { cookie });
    expect(await move({ email: 'next@example.org' })).toMatchObject({
      status: 400,
      fields: { currentPassword: expect.any(String) },
    });
    expect(await move({ email: 'next@example.org', currentPassword: 'a guess' })).toMatchObject({
      status: 400,
      fields: { currentPassword: 'Is not your password' },
    });
    expect(await move({ email, firstName: 'Ana' })).toMatchObject({
      status: 200,
      data: { user: { emailVerified: true } },
    });
    expect(await letters()).toEqual([]);
    expect(await move({ email: 'next@example.org', currentPassword: PASSWORD })).toMatchObject({
      data: { user: { email: 'next@example.org', emailVerified: false } },
    });
    expect((await letters()).map(({ to, subject }) => [to[0], subject]).sort()).toEqual([
      ['next@example.org', 'Confirm your e-mail address'],
      [email, 'Your account has another e-mail address'],
    ]);
  });
});

it('S28: neither tokens nor passwords nor cookies are in the log, however much is logged', async () => {
  const lines: string[] = [];
  const services = { ...api.services, config: { ...api.services.config, logLevel: 'trace' as const } };
  const app = await buildServer(services, { write: (line) => void lines.push(line) });
  const { id, cookie } = await newAccount();
  const token = await tokenFor(id, 'reset');
  const { call } = httpClient(app);
  await call(
    'account.resetPassword',
    { token: `${token.slice(0, -1)}!`, newPassword: 'a secret word' },
    { cookie },
  );
  await call('account.resetPassword', { token, newPassword: 'a secret word' }, { cookie });
  await call('account.signIn', { email: 'visitor', password: 'a secret guess' });
  await app.close();
  const log = lines.join('');
  expect(log).toContain('account.resetPassword');
  const [, session = ''] = cookie.split('=');
  for (const secret of [token.slice(16, -1), 'a secret', session]) expect(log).not.toContain(secret);
});

describe('without letters', () => {
  it('an administrator makes a link of an hour, and nobody else', async () => {
    const plain = await testApi();
    const { id, username } = await plain.rows.user();
    expect(
      await plain.http.call('account.requestPasswordReset', { email: 'visitor@example.org' }),
    ).toMatchObject({ status: 403 });
    const made = await plain.as('admin').admin.users.resetLink({ id });
    expect(made.link.url).toMatch(/^\/reset-password#token=[\w-]{48}$/);
    const minutes = (Date.parse(made.link.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThanOrEqual(60);
    const token = tokenIn(made.link.url);
    const answer = await plain.http.call('account.resetPassword', { token, newPassword: 'from the office' });
    expect(answer).toMatchObject({ status: 200 });
    await plain.http.signIn(username, 'from the office');
    expect(await plain.call('anon', 'account.signInOptions')).toMatchObject({
      data: { signUp: 'open', mail: false },
    });
  });
});
