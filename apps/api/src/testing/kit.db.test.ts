import { expect, it } from 'vitest';
import { testApi } from './api.ts';

const api = await testApi();

it('calls as everybody, typed and over HTTP', async () => {
  expect(await api.as('anon').account.me()).toEqual({ user: null });
  for (const actor of ['visitor', 'other', 'editor', 'admin'] as const) {
    expect((await api.as(actor).account.me()).user?.username).toBe(actor);
    expect((await api.call(actor, 'account.me')).data).toMatchObject({ user: { username: actor } });
  }
});

it('sees every change of rows and files, but not a session', async () => {
  const before = await api.dump();
  await api.http.signIn('visitor', 'correct horse battery');
  expect(await api.dump()).toEqual(before);
  await api.rows.genre();
  const after = await api.dump();
  expect(after).not.toEqual(before);
  await api.services.storage.put('a-key-of-twenty-letters', Buffer.from('bytes'));
  expect(await api.dump()).not.toEqual(after);
});
