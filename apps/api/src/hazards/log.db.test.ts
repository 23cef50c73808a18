import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildServer } from '../server.ts';
import { PASSWORD, testApi } from '../testing/api.ts';
import { cookieFrom, httpClient } from '../testing/http.ts';

const api = await testApi({ env: { LOG_LEVEL: 'trace' } });
const lines: string[] = [];
const app = await buildServer(api.services, { write: (line) => void lines.push(line) });
const http = httpClient(app);

it('writes lines of JSON with the request’s id, at any level without a secret', async () => {
  const secrets = [PASSWORD, 'a wrong password', 'another new password', 'one more password'];
  const cookie = await http.signIn('editor', PASSWORD);
  await http.call('account.signIn', { email: 'editor', password: secrets[1] });
  const up = { email: 'new@example.net', username: 'new', password: secrets[2] };
  secrets.push(cookieFrom((await http.call('account.signUp', up)).headers['set-cookie']).split('=')[1] ?? '');
  const link = await api.services.tokens.issue(api.viewer('visitor').id, 'reset');
  const token = link?.url.split('token=')[1] ?? '';
  await http.call('account.resetPassword', { token, newPassword: secrets[3] });
  const bearer = api.services.apiTokens.make().secret;
  await http.call('account.me', undefined, { authorization: `Bearer ${bearer}` });
  await http.call('account.me', undefined, { cookie });
  // What fails for reasons of ours is logged whole.
  await api.db.unlogged(sql`alter table sessions rename to sessions_away`);
  await api.db.unlogged(sql`alter table users rename to users_away`);
  const failed = await http.call('account.me', undefined, { cookie });
  await http.call('account.signIn', { email: 'editor', password: secrets[1] });
  await http.call('account.signUp', { ...up, email: 'newer@example.net', username: 'newer' });
  await api.db.unlogged(sql`alter table users_away rename to users`);
  await api.db.unlogged(sql`alter table sessions_away rename to sessions`);
  expect(failed.status).toBe(500);

  const log = lines.join('');
  const entries: { level: number; reqId?: string }[] = lines.map((line) => JSON.parse(line));
  expect(entries.filter(({ level }) => level >= 50).length).toBeGreaterThan(1);
  for (const { level, reqId } of entries) if (level >= 50) expect(reqId).toMatch(/^[0-9a-f-]{36}$/);
  expect(failed.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(log).toContain('account.signUp');
  for (const secret of [...secrets, token, bearer, cookie.split('=')[1] ?? '']) {
    expect(secret.length).toBeGreaterThan(8);
    expect(log.includes(secret), secret).toBe(false);
  }
});
