import { MAX_FAVORITES_PAGE } from '@cinematheque/shared/favorite';
import { describe, expect, it } from 'vitest';
import { procedures } from '../procedures.ts';
import { testApi } from '../testing/api.ts';
import { requestOf } from '../testing/http.ts';
import { inputsOf } from '../testing/inputs.ts';
import { nameOf, slotsOf, withValue } from '../testing/slots.ts';

/** Whatever a client sends is a value: never a part of a statement, never a question about what it may not see. */
const api = await testApi();
const inputs = inputsOf(api);
const refused = { status: 400, code: 'VALIDATION' };

/** The procedures that have a slot of one of these names, with that slot. */
const having = (...names: string[]) =>
  procedures.flatMap(({ path, type, role, input }) =>
    (input ? slotsOf(input) : [])
      .filter((slot) => slot.path.length === 1 && names.includes(nameOf(slot)))
      .map((slot) => ({ path, type, role, slot, name: nameOf(slot) })),
  );
const reads = having('q', 'cursor', 'limit', 'sort').filter(({ type }) => type === 'query');
const of = (...names: string[]) => reads.filter(({ name }) => names.includes(name));
const cookie = { admin: await api.cookieOf('admin'), editor: await api.cookieOf('editor') };
/** Asks a procedure with a valid input, but for one slot. */
async function asking(path: string, name: string, who: 'admin' | 'editor' | 'anon' = 'admin') {
  const valid = await inputs.get(path)?.('admin');
  return (value: unknown) =>
    api.http.call(path, withValue(valid, [name], value), who === 'anon' ? {} : cookie[who]);
}

describe('S03: a search finds nothing in what it does not show', () => {
  const movie = { title: 'Le Jour se lève' };
  // What a visitor may ask: the people behind the catalog are found by administrators only.
  const open = of('q').filter(({ role }) => role === 'anon' || role === 'visitor' || role === 'editor');

  it.each(open)('$path', async ({ path, role }) => {
    await api.rows.movie(movie);
    const ask = await asking(path, 'q', role === 'anon' ? 'anon' : 'editor');
    // A random film is another one each time.
    if (path === 'movies.random') return;
    const nonsense = await ask('qxzqxzqx');
    for (const q of ['admin@example.org', 'visitor@example.org', '$argon2id$v=19', 'secret-key-'])
      expect(blank((await ask(q)).text, q), q).toBe(blank(nonsense.text, 'qxzqxzqx'));
  });

  /** What was asked for is said again by some. */
  const blank = (text: string, q: string) => text.replaceAll(q, '?');
});

describe('S04, S07: an order is one of the list’s own', () => {
  it.each(of('sort'))('$path', async ({ path, slot }) => {
    const ask = await asking(path, 'sort');
    for (const value of [
      'title";select pg_sleep(3)--',
      'title desc nulls first',
      'createdBy.passwordHash',
      'password_hash',
      '__proto__',
      'constructor',
      'asc;',
      '-',
      '',
    ]) {
      const sort = slot.type === 'array' ? [value] : value;
      const answer = await ask(sort);
      expect(answer, `${value}: ${answer.text}`).toMatchObject(refused);
      expect(answer.text).not.toMatch(/syntax|column|relation|pg_/);
    }
  });
});

describe('S07: a page is bounded and begins where one of this list has ended', () => {
  it.each(of('limit'))('$path: limit', async ({ path }) => {
    const ask = await asking(path, 'limit');
    const most = path === 'favorites.list' ? MAX_FAVORITES_PAGE : 100;
    for (const limit of [-1, 0, 1.5, '10', 1e9, most + 1, null, [10]]) {
      const answer = await ask(limit);
      expect(answer, `${limit}: ${answer.text.slice(0, 200)}`).toMatchObject(refused);
    }
  });

  it.each(of('cursor'))('$path: cursor', async ({ path }) => {
    const ask = await asking(path, 'cursor');
    const forged = Buffer.from(JSON.stringify(["x' or 1=1--", 1])).toString('base64url');
    for (const cursor of [
      'x',
      '',
      '%',
      forged,
      Buffer.from('{"$ne":1}').toString('base64url'),
      'A'.repeat(5000),
    ]) {
      const answer = await ask(cursor);
      expect(answer, `${cursor.slice(0, 50)}: ${answer.text.slice(0, 200)}`).toMatchObject(refused);
    }
  });
});

describe('S89: a search that is made to be slow', () => {
  const patterns = [
    '%_%_%'.repeat(30),
    '(a+)+$'.repeat(20),
    '%'.repeat(200),
    '_'.repeat(200),
    "\\'".repeat(90),
  ];

  it.each(of('q'))('$path answers, or refuses what is too long', async ({ path }) => {
    const ask = await asking(path, 'q');
    for (const q of patterns) {
      const answer = await ask(q);
      expect([200, 400], `${q}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
    }
    expect(await ask('a'.repeat(10_000))).toMatchObject(refused);
  });
});

describe('S13: a record is named once', () => {
  const named = procedures.filter(({ path }) => /\.(get|update|remove|related|add)$/.test(path));

  it.each(named)('$path', async ({ path }) => {
    const seconds = ['slug', 'ref', 'userId', 'key', 'where'];
    const valid = await inputs.get(path)?.('admin');
    const input = seconds.reduce((input, name) => withValue(input, [name], 1), valid);
    const answer = await api.http.call(path, input, cookie.admin);
    expect(answer, answer.text).toMatchObject(refused);
    expect(Object.keys(answer.fields)).toEqual(expect.arrayContaining(seconds));
  });
});

describe('S81: a key that JavaScript knows is one that nobody knows here', () => {
  const keys = ['__proto__', 'constructor', 'prototype'];

  it.each(procedures.filter(({ input }) => input))('$path', async ({ path }) => {
    const me = await api.http.call('account.me', undefined, cookie.admin);
    const valid = JSON.stringify(await inputs.get(path)?.('admin'));
    const before = await api.dump();
    for (const key of keys) {
      const json = valid.replace(/^\{/, `{"${key}":{"role":"admin","isAdmin":true},`).replace(/,\}$/, '}');
      const { status, text, fields } = await api.http.send(requestOf(path, json, cookie.admin));
      // zod drops __proto__, which is no key of the object that JSON.parse makes into one; the others it names.
      if (key === '__proto__') expect(status, `${key}: ${text}`).toBeLessThan(500);
      else expect([status, Object.keys(fields)], text).toEqual([400, expect.arrayContaining([key])]);
    }
    if (procedures.find((one) => one.path === path)?.type === 'query')
      expect(await api.dump()).toEqual(before);
    expect(Object.prototype).not.toHaveProperty('isAdmin');
    if (!path.startsWith('account.'))
      expect((await api.http.call('account.me', undefined, cookie.admin)).text).toBe(me.text);
  });
});
