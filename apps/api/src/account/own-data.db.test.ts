import { device, me } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PASSWORD, testApi } from '../testing/api.ts';
import { cookieFrom } from '../testing/http.ts';
import { formOf } from '../testing/upload.ts';

const api = await testApi();
const { http, db, rows } = api;
const browsers = {
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
  laptop: 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0',
};

let people = 0;
async function newAccount() {
  people += 1;
  const passwordHash = await db.read<string>(
    sql`select (select password_hash from users where username = 'visitor') as j`,
  );
  const user = await rows.user({ username: `own${people}`, passwordHash });
  const signIn = async (userAgent?: string) => {
    const headers: Record<string, string> = userAgent ? { 'user-agent': userAgent } : {};
    const answer = await http.call('account.signIn', { email: user.username, password: PASSWORD }, headers);
    return { cookie: cookieFrom(answer.headers['set-cookie']) };
  };
  return { ...user, signIn };
}
const who = async (cookie: { cookie: string }) => (await http.call('account.me', undefined, cookie)).data;
const nobody = { user: null };

describe('V18: one’s sessions', () => {
  const list = async (cookie: { cookie: string }) => {
    const { data } = await http.call('account.sessions', undefined, cookie);
    return z.object({ items: z.array(device) }).parse(data);
  };

  it('are listed in words, with the one that asks', async () => {
    const { signIn } = await newAccount();
    const phone = await signIn(browsers.phone);
    await signIn(browsers.laptop);
    await signIn('curl/8.1');
    const { items } = await list(phone);
    expect(items.map(({ name, current }) => [name, current]).sort()).toEqual([
      ['Firefox on Linux', false],
      ['Safari on iPhone', true],
      ['curl', false],
    ]);
  });

  it('are ended one by one, and all but one', async () => {
    const { signIn } = await newAccount();
    const [mine, second, third] = [
      await signIn(),
      await signIn(browsers.phone),
      await signIn(browsers.laptop),
    ];
    const { items } = await list(mine);
    const phone = items.find(({ name }) => name === 'Safari on iPhone');
    expect(await http.call('account.endSession', { id: phone?.id }, mine)).toMatchObject({ status: 200 });
    expect(await who(second)).toEqual(nobody);
    expect(await http.call('account.endSession', { id: phone?.id }, mine)).toMatchObject({ status: 404 });
    expect(await http.call('account.endOtherSessions', undefined, mine)).toMatchObject({ status: 200 });
    expect(await who(third)).toEqual(nobody);
    expect((await list(mine)).items).toHaveLength(1);
  });

  it('S12: are nobody else’s to end', async () => {
    const [a, b] = [await newAccount(), await newAccount()];
    const [mine, theirs] = [await a.signIn(), await b.signIn()];
    const [session] = (await list(theirs)).items;
    expect(await http.call('account.endSession', { id: session?.id }, mine)).toMatchObject({ status: 404 });
    await http.call('account.endOtherSessions', undefined, mine);
    expect(await who(theirs)).toMatchObject({ user: { username: b.username } });
  });

  it('S22: end when an administrator says so', async () => {
    const { id, signIn } = await newAccount();
    const cookie = await signIn();
    expect(await api.call('admin', 'admin.users.endSessions', { id })).toMatchObject({ status: 200 });
    expect(await who(cookie)).toEqual(nobody);
  });

  it('S27: end after thirty days, however much they are used', async () => {
    const { id, signIn } = await newAccount();
    const cookie = await signIn();
    await db.unlogged(sql`update sessions set created_at = now() - interval '31 days' where user_id = ${id}`);
    expect(await who(cookie)).toEqual(nobody);
  });

  it('tell when they were last seen, written once in a while', async () => {
    const { id, signIn } = await newAccount();
    const cookie = await signIn();
    const seen = () =>
      db.read<string>(sql`select (select seen_at::text from sessions where user_id = ${id}) as j`);
    const before = await seen();
    await who(cookie);
    expect(await seen()).toBe(before);
    await db.unlogged(sql`update sessions set seen_at = now() - interval '6 minutes' where user_id = ${id}`);
    const older = await seen();
    await who(cookie);
    expect(Date.parse(await seen())).toBeGreaterThan(Date.parse(older) + 5 * 60_000);
  });
});

describe('V20: the own portrait', () => {
  const send = async (cookie: Record<string, string>, bytes: Buffer) => {
    const { type, payload } = formOf([{ bytes }]);
    return http.send({
      method: 'POST',
      url: '/account/avatar',
      headers: { ...cookie, 'content-type': type },
      payload,
    });
  };
  let shade = 0;
  const picture = (width = 300, height = 200) => {
    shade += 1;
    return sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 0 } } })
      .png()
      .toBuffer();
  };
  const mine = async (cookie: { cookie: string }) => {
    const { data } = await http.call('account.me', undefined, cookie);
    return z.object({ user: me }).parse(data).user.avatar;
  };

  it('is a square that everybody sees, and goes when it is replaced or removed', async () => {
    const { signIn } = await newAccount();
    const cookie = await signIn();
    expect(await mine(cookie)).toBeNull();
    const before = await api.dump();
    expect(await send(cookie, await picture())).toMatchObject({ status: 200 });
    const first = await mine(cookie);
    expect(first).toMatchObject({ width: 512, height: 512 });
    expect(await http.send({ method: 'GET', url: first?.url ?? '' })).toMatchObject({ status: 200 });

    await send(cookie, await picture(90, 400));
    const second = await mine(cookie);
    expect(second?.id).not.toBe(first?.id);
    expect(await http.send({ method: 'GET', url: first?.url ?? '' })).toMatchObject({ status: 404 });
    expect(await db.read(sql`select count(*)::int as j from files`)).toBe(1);

    expect(await http.call('account.removeAvatar', undefined, cookie)).toMatchObject({ status: 200 });
    expect(await mine(cookie)).toBeNull();
    // Neither row nor bytes are left.
    const { files } = await api.dump();
    expect(files).toBe(before.files);
  });

  it('is refused like any other picture that is none', async () => {
    const { signIn } = await newAccount();
    const cookie = await signIn();
    const refused = { status: 400, code: 'VALIDATION', fields: { file: expect.any(String) } };
    const before = await api.dump();
    expect(await send(cookie, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject(
      refused,
    );
    expect(await send(cookie, (await picture()).subarray(0, 60))).toMatchObject(refused);
    expect(await send({}, await picture())).toMatchObject({ status: 401 });
    const foreign = { ...cookie, origin: 'https://evil.example' };
    expect(await send(foreign, await picture())).toMatchObject({ status: 403 });
    expect(await api.dump()).toEqual(before);
  });

  it('is one when several come at once', async () => {
    const { signIn } = await newAccount();
    const cookie = await signIn();
    const pictures = await Promise.all([picture(), picture(), picture(), picture()]);
    const answers = await Promise.all(pictures.map((bytes) => send(cookie, bytes)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await db.read(sql`select count(*)::int as j from files`)).toBe(1);
  });
});

describe('V19: one’s data', () => {
  it('is handed out whole', async () => {
    const { id, username, signIn } = await newAccount();
    const cookie = await signIn(browsers.laptop);
    const movie = await rows.movie({ title: 'Quai des brumes' });
    await http.call('favorites.add', { movieId: movie.id }, cookie);
    const { data, text } = await http.call('account.download', undefined, cookie);
    expect(data).toMatchObject({
      profile: { id, username },
      favorites: [{ movie: { title: 'Quai des brumes' }, keptAt: expect.any(String) }],
      devices: [{ name: 'Firefox on Linux', current: true }],
      changes: [{ summary: 'Kept a film' }],
    });
    expect(text).not.toContain('argon2');
  });

  it('goes with the account, which takes the password', async () => {
    const { id, username, email, signIn } = await newAccount();
    const [cookie, elsewhere] = [await signIn(), await signIn()];
    const movie = await rows.movie();
    await http.call('favorites.add', { movieId: movie.id }, cookie);
    const { type, payload } = formOf([
      {
        bytes: await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
          .png()
          .toBuffer(),
      },
    ]);
    const files = await db.read(sql`select count(*)::int as j from files`);
    await http.send({
      method: 'POST',
      url: '/account/avatar',
      headers: { ...cookie, 'content-type': type },
      payload,
    });
    const before = await api.dump();
    expect(await http.call('account.delete', { password: 'a guess' }, cookie)).toMatchObject({
      status: 400,
      fields: { password: 'Is not your password' },
    });
    expect(await http.call('account.delete', {}, cookie)).toMatchObject({ status: 400 });
    expect(await api.dump()).toEqual(before);

    const done = await http.call('account.delete', { password: PASSWORD }, cookie);
    expect(done).toMatchObject({ status: 200 });
    expect(String(done.headers['set-cookie'])).toContain('Max-Age=0');
    for (const session of [cookie, elsewhere]) expect(await who(session)).toEqual(nobody);
    expect(await db.read(sql`select count(*)::int as j from favorite_movies where user_id = ${id}`)).toBe(0);
    expect(await db.read(sql`select count(*)::int as j from files`)).toBe(files);
    // The log knows that there was somebody, and no more.
    const log =
      await db.read<string>(sql`select json_agg(json_build_array(c.user_id, c.summary, e.rows))::text as j
      from changes c join change_entries e on e.change_id = c.id`);
    expect(log).toContain('Deleted the own account');
    expect(log).not.toContain(username);
    expect(log).not.toContain(email);
    expect(await http.call('account.signIn', { email: username, password: PASSWORD })).toMatchObject({
      status: 401,
    });
  });

  it('stays with the last administrator', async () => {
    const answer = await api.call('admin', 'account.delete', { password: PASSWORD });
    expect(answer).toMatchObject({
      status: 400,
      fields: { password: expect.stringContaining('last administrator') },
    });
    expect(await api.call('admin', 'account.me')).toMatchObject({ data: { user: { username: 'admin' } } });
  });
});
