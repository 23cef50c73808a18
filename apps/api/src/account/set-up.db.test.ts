import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi({ env: { CACHE_MB: '1' } });
const { id } = api.viewer('admin');
const input = { email: 'ada@example.org', password: 'a password of her own', catalogName: 'Ada’s films' };

/** The secret in a fresh link, as the first start prints it. */
async function issue(): Promise<string> {
  const link = await api.services.tokens.issue(id, 'setup');
  expect(link?.url).toMatch(/^\/admin\/setup#token=/);
  return link?.url.split('token=')[1] ?? '';
}

it('makes the catalog the administrator’s own, once', async () => {
  await api.rows.movie({ title: 'Kept' });
  await api.db.unlogged(sql`update users set email = 'admin@example.org' where id = ${id}`);
  const cookie = await api.cookieOf('admin');
  const token = await issue();
  const [stored] = await api.db.unlogged(
    sql<{ secret_hash: string }>`select secret_hash from account_tokens`,
  );
  expect(token).not.toContain(stored?.secret_hash);

  expect(await api.as('anon').account.setUp({ ...input, token, sample: 'keep' })).toEqual({
    email: input.email,
  });
  await api.as('anon').account.signIn({ email: input.email, password: input.password });
  expect((await api.http.call('account.me', undefined, cookie)).data).toEqual({ user: null });
  expect((await api.as('anon').movies.list({})).items).toHaveLength(1);

  await expect(api.as('anon').account.setUp({ ...input, token, sample: 'empty' })).rejects.toMatchObject({
    appCode: 'VALIDATION',
  });
  expect((await api.as('anon').movies.list({})).items, 'a used link does nothing').toHaveLength(1);
});

it('shows the name wherever the catalog’s name stands, at once', async () => {
  await expect.poll(() => api.services.settings.catalogName()).toBe('Ada’s films');
  const feed = await api.http.send({ method: 'GET', url: '/movies.atom' });
  expect(feed.text).toContain('<title>New films · Ada’s films</title>');
});

it('refuses a link of another kind and one that is too old', async () => {
  const reset = await api.services.tokens.issue(id, 'reset');
  const other = reset?.url.split('token=')[1] ?? '';
  const old = await issue();
  await api.db.unlogged(sql`update account_tokens set expires_at = now() where purpose = 'setup'`);
  for (const token of [other, old, 'x'.repeat(40)]) {
    await expect(api.as('anon').account.setUp({ ...input, token, sample: 'empty' })).rejects.toMatchObject({
      appCode: 'VALIDATION',
    });
  }
  expect((await api.as('anon').movies.list({})).items).toHaveLength(1);
});

it('empties the sample in the same change', async () => {
  await api.as('anon').account.setUp({ ...input, token: await issue(), sample: 'empty' });
  expect((await api.as('anon').movies.list({})).items).toEqual([]);
});
