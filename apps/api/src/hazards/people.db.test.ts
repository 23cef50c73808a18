import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ensureAdmin } from '../account/first-admin.ts';
import { procedures } from '../procedures.ts';
import { PASSWORD, testApi } from '../testing/api.ts';
import { inputsOf } from '../testing/inputs.ts';
import { nameOf, slotsOf, withValue } from '../testing/slots.ts';

/** Nobody becomes more than he is, or touches what is somebody else's. The matrix is in permissions.db.test.ts. */
const api = await testApi();
const inputs = inputsOf(api);
const [visitor, other, editor] = [api.viewer('visitor'), api.viewer('other'), api.viewer('editor')];

/** What is somebody's role is nobody's to send but an administrator's about another account. */
describe('S10, S15: no input takes what decides who may do what', () => {
  const powers = {
    ...{ role: 'admin', isAdmin: true, passwordHash: '$argon2id$v=19$x', emailVerified: true },
    ...{
      emailVerifiedAt: '2020-01-01T00:00:00.000Z',
      createdAt: '2020-01-01T00:00:00.000Z',
      disabledAt: null,
    },
    ...{ userId: other.id, createdBy: { id: 1, role: 'admin' }, secretKey: 'x', sha256: 'x', channel: 'cli' },
  };
  const mutations = procedures.filter(({ type, role }) => type === 'mutation' && role !== 'admin');

  it.each(mutations)('$path', async ({ path, input }) => {
    if (!input) return;
    const known = new Set(slotsOf(input).map(({ path: at }) => at.join('.')));
    const objects = [[], ...slotsOf(input).flatMap(({ path: at, type }) => (type === 'object' ? [at] : []))];
    const valid = await inputs.get(path)?.('editor');
    const cookie = await api.cookieOf('editor');
    const before = await api.dump();
    for (const at of objects) {
      // A character has a role, too: in a film.
      const foreign = Object.entries(powers).filter(([name]) => !known.has([...at, name].join('.')));
      const sent = foreign.reduce((input, [name, value]) => withValue(input, [...at, name], value), valid);
      const answer = await api.http.call(path, sent, cookie);
      expect(answer, answer.text).toMatchObject({ status: 400, code: 'VALIDATION' });
      const names = foreign.map(([name]) => nameOf({ path: [...at, name], type: '' }));
      expect(Object.keys(answer.fields)).toEqual(expect.arrayContaining(names));
    }
    expect(await api.dump()).toEqual(before);
    expect(await roles()).toEqual({ visitor: 'visitor', other: 'visitor', editor: 'editor', admin: 'admin' });
  });

  const roles = () => api.db.read(sql`select json_object_agg(username, role) as j from users where id < 5`);
});

it('S15: a film’s people, genres and pictures are named by number, not rewritten through it', async () => {
  const [movie, person, file] = [await api.rows.movie(), await api.rows.person(), await api.rows.file()];
  const before = await api.dump();
  for (const data of [
    { director: { id: 1, lastName: 'x' } },
    { persons: [{ id: person.id, lastName: 'x' }] },
    { cast: [{ person: { id: person.id, lastName: 'x' }, characters: [] }] },
    { cast: [{ personId: person.id, lastName: 'x', characters: [] }] },
    { genres: [{ id: 1, name: 'x' }] },
    { poster: { id: file.id, secretKey: 'x' } },
    { additionalImages: [{ fileId: file.id, caption: null, secretKey: 'x' }] },
  ]) {
    const answer = await api.call('editor', 'admin.movies.update', { id: movie.id, data });
    expect(answer, answer.text).toMatchObject({ status: 400, code: 'VALIDATION' });
  }
  expect(await api.dump()).toEqual(before);
});

describe('S11, S12: what is somebody else’s', () => {
  it('is neither read nor changed, whatever number is guessed', async () => {
    const movie = await api.rows.movie();
    await api.rows.favorite(other, movie);
    await api.cookieOf('other');
    const view = { list: 'movies', name: 'His own', shared: false, search: {} };
    const { item } = await api.as('admin').admin.views.create({ data: view });
    const sessions = await api.db.read<number[]>(
      sql`select json_agg(number) as j from sessions where user_id = ${other.id}`,
    );
    const theirs = () =>
      api.db.read(sql`select json_build_array(
        (select json_agg(f) from favorite_movies f where user_id = ${other.id}),
        (select json_agg(s.id order by s.id) from sessions s where user_id = ${other.id}),
        (select json_agg(v) from saved_views v where id = ${item.id}),
        (select row_to_json(u) from users u where id = ${other.id})) as j`);
    const before = await theirs();

    for (const id of sessions)
      expect(await api.call('visitor', 'account.endSession', { id })).toMatchObject({ status: 404 });
    expect(await api.call('visitor', 'favorites.remove', { movieId: movie.id })).toMatchObject({
      status: 200,
    });
    expect(await api.call('visitor', 'favorites.removeMany', { movieIds: [movie.id] })).toMatchObject({
      status: 200,
    });
    expect(
      await api.call('editor', 'admin.views.update', { id: item.id, data: { name: 'Mine' } }),
    ).toMatchObject({ status: 404 });
    await api.call('editor', 'admin.views.remove', { id: item.id });
    for (const path of [
      'admin.users.get',
      'admin.users.update',
      'admin.users.devices',
      'admin.users.endSessions',
    ]) {
      expect(await api.call('editor', path, { id: other.id, data: {} })).toMatchObject({ status: 403 });
    }
    const batch = ['favorites.remove', 'account.endSession'].join(',');
    const answer = await api.http.send({
      ...{ method: 'POST', url: `/trpc/${batch}?batch=1` },
      headers: { ...(await api.cookieOf('visitor')), 'content-type': 'application/json' },
      payload: JSON.stringify({ 0: { movieId: movie.id }, 1: { id: sessions[0] } }),
    });
    expect(answer.text).toContain('NOT_FOUND');
    expect(await theirs()).toEqual(before);
  });

  it('is in no list of one’s own', async () => {
    const movie = await api.rows.movie({ title: 'Kept by another' });
    await api.rows.favorite(other, movie);
    const [list, ids, data] = [
      await api.call('visitor', 'favorites.list'),
      await api.call('visitor', 'favorites.ids'),
      await api.call('visitor', 'account.download'),
    ];
    for (const { text } of [list, ids, data]) expect(text).not.toContain('Kept by another');
    expect(data.text).not.toContain('other@example.org');
    expect(JSON.stringify(ids.data)).not.toContain(String(movie.id));
  });
});

describe('S17: the first administrator', () => {
  it('is one, however many servers start at once, and none once there is one', async () => {
    const empty = await testApi();
    await empty.db.change({ channel: 'cli' }, (tx) => tx.execute('delete from users'));
    const { config } = empty.services;
    const made = await Promise.all(Array.from({ length: 5 }, () => ensureAdmin(empty.db, config)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await ensureAdmin(empty.db, config)).toBeNull();
    expect(await empty.db.read(sql`select count(*)::int as j from users where role = 'admin'`)).toBe(1);
  });

  it('is none of those who sign up on an empty catalog', async () => {
    const empty = await testApi();
    await empty.db.change({ channel: 'cli' }, (tx) => tx.execute('delete from users'));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        empty.http.call('account.signUp', {
          email: `n${n}@example.org`,
          username: `n${n}`,
          password: PASSWORD,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(await empty.db.read(sql`select json_agg(distinct role) as j from users`)).toEqual(['visitor']);
  });
});

it('S18: where signing up is closed it is so on every way', async () => {
  const closed = await testApi({ env: { SIGN_UP: 'closed' } });
  const account = { email: 'x@example.org', username: 'xy', password: PASSWORD };
  const payload = JSON.stringify(account);
  const headers = { 'content-type': 'application/json' };
  const before = await closed.dump();
  for (const url of [
    '/trpc/account.signUp',
    '/trpc/account.signUp?batch=1',
    '/trpc/account.me,account.signUp?batch=1',
    '/trpc/account%2EsignUp',
    '/sign-up',
    '/api/account.signUp',
    '/trpc/account/signUp',
  ]) {
    const body = url.includes('batch') ? JSON.stringify({ 0: account, 1: account }) : payload;
    const { status, text } = await closed.http.send({ method: 'POST', url, headers, payload: body });
    expect(status === 207 ? text : `${status}`, `${url} ${text}`).toMatch(/4\d\d|FORBIDDEN|VALIDATION/);
  }
  expect(await closed.dump()).toEqual(before);
  expect(await closed.http.call('account.signUp', account, await closed.cookieOf('editor'))).toMatchObject({
    status: 403,
  });
  expect(editor.role).toBe('editor');
  expect(visitor.role).toBe('visitor');
});
