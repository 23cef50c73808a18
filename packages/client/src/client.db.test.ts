import { PASSWORD, testApi } from '@cinematheque/api/testing/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClient, errorOf } from './index.ts';

const api = await testApi();
const address = await api.app.listen({ port: 0, host: '127.0.0.1' });

/** What went over the wire: one line for each request. */
const requests: string[] = [];
beforeEach(() => void requests.splice(0));

/** A client that keeps its cookie, as a script would. */
function newClient(cookie = '') {
  let kept = cookie;
  return createClient({
    url: `${address}/trpc`,
    async fetch(input, init) {
      requests.push(`${init?.method} ${String(input).replace(address, '')}`);
      const headers = new Headers(init?.headers);
      if (kept) headers.set('cookie', kept);
      const answer = await fetch(input, { ...init, headers });
      kept = answer.headers.get('set-cookie')?.split(';')[0] ?? kept;
      return answer;
    },
  });
}

const signedIn = async (actor: 'visitor' | 'editor' | 'admin') =>
  newClient((await api.cookieOf(actor)).cookie);
const failure = (call: Promise<unknown>) => call.then(() => null, errorOf);

describe('the requests', () => {
  it('are one GET with an address of its own for each public query', async () => {
    const { id } = await api.rows.movie();
    const client = newClient();
    const [list, film] = await Promise.all([
      client.movies.list.query({ sort: 'newest' }),
      client.movies.get.query({ id }),
      client.search.everything.query({ q: 'x' }),
    ]);
    expect(list.items).toContainEqual(expect.objectContaining({ id: film.item.id }));
    expect(requests.sort()).toEqual([
      `GET /trpc/movies.get?input=${encodeURIComponent(JSON.stringify({ id }))}`,
      `GET /trpc/movies.list?input=${encodeURIComponent('{"sort":"newest"}')}`,
      `GET /trpc/search.everything?input=${encodeURIComponent('{"q":"x"}')}`,
    ]);
  });

  it('are batches of ten for the rest, and account’s calls alone', async () => {
    const client = await signedIn('editor');
    await Promise.all([
      ...Array.from({ length: 12 }, () => client.admin.genres.list.query({})),
      client.account.me.query(),
    ]);
    const batches = requests.map((request) => request.match(/admin\.genres\.list/g)?.length ?? 0);
    expect(batches.sort((a, b) => b - a)).toEqual([10, 2, 0]);
    expect(requests).toContain('GET /trpc/account.me');
  });

  it('carry the session on from signing in', async () => {
    const client = newClient();
    await client.account.signIn.mutate({ email: 'visitor', password: PASSWORD });
    expect(await client.account.me.query()).toMatchObject({ user: { username: 'visitor' } });
    expect(requests).toEqual(['POST /trpc/account.signIn', 'GET /trpc/account.me']);
    await client.account.signOut.mutate();
    expect(await client.account.me.query()).toEqual({ user: null });
  });
});

describe('errorOf', () => {
  it('names the fields that are wrong', async () => {
    const client = await signedIn('editor');
    expect(await failure(client.admin.genres.create.mutate({ data: { name: '' } }))).toMatchObject({
      code: 'VALIDATION',
      fields: { name: 'Fill this in' },
    });
    expect(await failure(newClient().movies.get.query({ id: 0 }))).toMatchObject({ code: 'VALIDATION' });
  });

  it('tells who uses what was to go', async () => {
    const client = await signedIn('editor');
    const genre = await api.rows.genre();
    const film = await api.rows.movie({ title: 'In the way', genres: [genre] });
    expect(await failure(client.admin.genres.remove.mutate({ ids: [genre.id] }))).toMatchObject({
      code: 'IN_USE',
      usage: [{ by: 'films', count: 1, examples: [{ id: film.id, label: 'In the way' }] }],
    });
  });

  it('tells what changed in the meantime', async () => {
    const client = await signedIn('editor');
    const { item } = await client.admin.genres.create.mutate({ data: { name: 'Noir' } });
    await client.admin.genres.update.mutate({ id: item.id, data: { name: 'Film noir' } });
    const late = { id: item.id, data: { name: 'Neo-noir' }, baseChangeId: item.changeId };
    expect(await failure(client.admin.genres.update.mutate(late))).toMatchObject({
      code: 'CONFLICT',
      conflict: { changeId: expect.any(Number), changes: [{ user: 'editor', fields: ['name'] }] },
    });
  });

  it.each([
    ['UNAUTHORIZED', () => newClient().favorites.ids.query()],
    ['FORBIDDEN', async () => (await signedIn('visitor')).admin.genres.list.query({})],
    ['NOT_FOUND', () => newClient().movies.get.query({ id: 999_999 })],
    ['VALIDATION', () => newClient().search.everything.query({ q: 'x'.repeat(201) })],
    // What the server refuses before it comes to a procedure.
    ['PAYLOAD_TOO_LARGE', () => newClient().account.update.mutate({ firstName: 'x'.repeat(2_000_000) })],
    ['NETWORK', () => createClient({ url: 'http://127.0.0.1:1/trpc' }).movies.list.query()],
  ])('says %s', async (code, call) => {
    const error = await failure(Promise.resolve().then<unknown>(call));
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(/^[A-Z].+/),
      usage: [],
      conflict: null,
    });
  });
});
