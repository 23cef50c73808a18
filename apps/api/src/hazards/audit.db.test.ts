import { expect, it } from 'vitest';
import { buildServer } from '../server.ts';
import { PASSWORD, testApi } from '../testing/api.ts';
import { cookieFrom, httpClient } from '../testing/http.ts';

const api = await testApi();

/** The server, its log as one line per entry, and what the log says of security. */
async function logged() {
  const lines: string[] = [];
  const config = { ...api.services.config, logLevel: 'info' as const };
  const app = await buildServer({ ...api.services, config }, { write: (line) => void lines.push(line) });
  const events = () =>
    lines.flatMap((line) => {
      const entry = JSON.parse(line);
      return entry.security ? [entry] : [];
    });
  return { http: httpClient(app), lines, events };
}

it('who signs in, who fails to, and what changes who may do what, is in the log without a secret', async () => {
  const { http, lines, events } = await logged();
  const [admin, visitor] = [api.viewer('admin').id, api.viewer('visitor').id];
  const adminCookie = await api.cookieOf('admin');
  const signIn = (password: string) => http.call('account.signIn', { email: 'visitor', password });
  const cookie = { cookie: cookieFrom((await signIn(PASSWORD)).headers['set-cookie']) };
  await signIn('a wrong one');
  await http.call('account.signIn', { email: 'nobody', password: 'a wrong one' });
  await http.call(
    'account.changePassword',
    { currentPassword: PASSWORD, newPassword: 'quite another one' },
    cookie,
  );
  await http.call('account.endOtherSessions', undefined, cookie);
  await http.call('account.signOut', undefined, cookie);
  const made = { email: 'made@example.org', username: 'made', password: 'a password of hers' };
  await http.call('account.signUp', made);
  await http.call('admin.users.update', { id: visitor, data: { role: 'editor' } }, adminCookie);
  await http.call('admin.users.resetLink', { id: visitor }, adminCookie);
  await http.call('admin.users.disable', { id: visitor }, adminCookie);
  await http.call('admin.users.endSessions', { id: visitor }, adminCookie);
  const token = await http.call(
    'admin.tokens.create',
    { data: { name: 'kiosk', scope: 'read', days: 1 } },
    adminCookie,
  );
  await http.call('admin.tokens.remove', { ids: [1] }, adminCookie);
  await http.call('admin.users.remove', { ids: [visitor] }, adminCookie);

  expect(events()).toMatchObject([
    { security: 'signed in', by: null, userId: visitor, address: '127.0.0.1', level: 30 },
    { security: 'sign-in failed', by: null, userId: visitor, level: 40 },
    { security: 'sign-in failed', by: null, level: 40 },
    { security: 'password changed', by: visitor },
    { security: 'sessions ended', by: visitor },
    { security: 'signed out', by: visitor },
    { security: 'signed up' },
    { security: 'account changed', by: admin, userId: visitor, role: 'editor', password: false },
    { security: 'reset link made', by: admin, userId: visitor },
    { security: 'account changed', by: admin, userId: visitor, disabled: true },
    { security: 'sessions ended', by: admin, userId: visitor },
    { security: 'token made', by: admin, scope: 'read' },
    { security: 'token revoked', by: admin, tokenIds: [1] },
    { security: 'account deleted', by: admin, userIds: [visitor] },
  ]);
  for (const event of events()) expect(event.reqId).toBeTruthy();
  const secrets = [PASSWORD, 'a wrong one', 'quite another one', made.password, made.email, 'nobody'];
  secrets.push(cookie.cookie.split('=')[1] ?? '', String(token.text.match(/cine_[\w-]+/)), '#token=');
  for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
});

it('says so when somebody is kept from guessing on', async () => {
  const { http, events } = await logged();
  const guess = () => http.call('account.signIn', { email: 'other', password: 'a wrong one' });
  for (let n = 0; n < 11; n += 1) await guess();
  const kinds = events().map(({ security }) => security);
  expect(kinds).toEqual([...Array(10).fill('sign-in failed'), 'sign-in refused']);
});
