import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { originalUrl } from '../json.ts';
import { testApi } from '../testing/api.ts';

const api = await testApi();

describe('H3, R22: signing in starves nobody', () => {
  it('answers other requests and reads files before the last of 64 has signed in', async () => {
    const secretKey = randomBytes(24).toString('base64url');
    const file = await api.rows.file({ secretKey, mimeType: 'image/png' });
    await api.rows.movie({ poster: file });
    await api.services.storage.put(secretKey, randomBytes(1_000_000));
    const address = await api.db.read<string>(
      sql`select ${originalUrl('f')} as j from files f where f.id = ${file.id}`,
    );

    // The stored bytes are for editors.
    const headers = await api.cookieOf('editor');
    const order: string[] = [];
    const signIns = Array.from({ length: 64 }, (_, n) =>
      api.http.call('account.signIn', { email: `nobody${n}`, password: 'not the password' }),
    );
    const admitted = signIns.map(async (signIn) => {
      const { status } = await signIn;
      if (status === 401) order.push('sign-in');
    });
    const others = ['/healthz', '/readyz', '/trpc/movies.list', address].map((url) =>
      api.http.send({ method: 'GET', url, headers }).then(({ status }) => order.push(`${url} ${status}`)),
    );
    await Promise.all([...admitted, ...others]);

    const lastSignIn = order.lastIndexOf('sign-in');
    for (const url of ['/healthz 200', '/readyz 200', '/trpc/movies.list 200', `${address} 200`]) {
      expect(order.indexOf(url), `${url} among ${order}`).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(url), `${url} among ${order}`).toBeLessThan(lastSignIn - 4);
    }
  });

  it('tells the surplus to come back, at once, and serves again afterwards', async () => {
    const tryAs = (email: string) => api.http.call('account.signIn', { email, password: 'not the password' });
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => tryAs(`nobody${n}`)));
    const surplus = answers.filter(({ status }) => status !== 401);
    expect(surplus.length).toBeGreaterThan(30);
    for (const answer of surplus) {
      expect(answer).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.error).toMatchObject({ retryAfter: expect.any(Number) });
    }
    expect((await tryAs('visitor')).status).toBe(401);
  });

  it('covers whatever hashes: signing up, a new password, accounts that an administrator makes', async () => {
    const cookie = await api.cookieOf('admin');
    const calls = Array.from({ length: 12 }, (_, n) => [
      api.http.call('account.signUp', {
        email: `n${n}@example.org`,
        username: `n${n}`,
        password: 'long enough',
      }),
      api.http.call('account.changePassword', { currentPassword: 'x', newPassword: 'long enough' }, cookie),
      api.http.call(
        'admin.users.update',
        { id: api.viewer('other').id, data: { password: 'long enough' } },
        cookie,
      ),
    ]).flat();
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });
});
