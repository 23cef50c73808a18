import { setImmediate } from 'node:timers/promises';
import { isPublicPath } from '@cinematheque/shared/public-path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';
import { procedures } from './procedures.ts';
import { buildServer } from './server.ts';
import { openServices } from './services.ts';
import { type Actor, testApi } from './testing/api.ts';
import { type Headers, httpClient, requestOf } from './testing/http.ts';
import { inputsOf } from './testing/inputs.ts';
import { countStatements } from './testing/statements.ts';

const api = await testApi();
const inputs = inputsOf(api);
const asked = await countStatements(api.db);
const reads = procedures.filter(({ path, type }) => type === 'query' && isPublicPath(path));
const kept = reads.filter(({ keep }) => keep !== 'never');

const read = (path: string, input: unknown, headers: Headers = {}) => api.http.call(path, input, headers);
/** Only tRPC's adapter knows this header, so this is how it answers. */
const byAdapter = (path: string, input: unknown) => read(path, input, { 'trpc-accept': 'application/json' });

// Until then nobody knows whether the catalog has changed, and nothing is kept.
beforeAll(() => vi.waitUntil(() => api.db.watch().isCurrent(), { timeout: 10_000 }));

describe.each(kept)('$path', ({ path }) => {
  it('answers as tRPC does, with one statement, and then with none until the catalog changes', async () => {
    const input = await inputs.get(path)?.();
    asked();
    const first = await read(path, input);
    expect(asked()).toBe(1);
    expect(first.status).toBe(200);
    const again = await read(path, input);
    expect(asked()).toBe(0);
    const theirs = await byAdapter(path, input);
    expect(again.text).toBe(theirs.text);
    expect(first.text).toBe(theirs.text);

    await api.rows.genre();
    asked();
    await read(path, input);
    expect(asked()).toBe(1);
  });

  it('answers everybody alike', async () => {
    const input = await inputs.get(path)?.();
    const actors: Actor[] = ['admin', 'visitor', 'anon'];
    const odd = {
      'x-forwarded-host': 'evil.example',
      'x-http-method-override': 'POST',
      'accept-version': '2',
    };
    const answers = [await read(path, input, odd)];
    for (const actor of actors) answers.push(await read(path, input, await api.cookieOf(actor)));
    for (const { status, text, headers } of answers) {
      expect({ status, text }).toEqual({ status: 200, text: answers[0]?.text });
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cache-control']).toBe('public, no-cache');
      expect(headers.etag).toBe(answers[0]?.headers.etag);
    }
  });

  it('answers 304 to whoever has it already', async () => {
    const input = await inputs.get(path)?.();
    const { headers } = await read(path, input);
    const etag = String(headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const same = await read(path, input, { 'if-none-match': known });
      expect(same).toMatchObject({ status: 304, text: '' });
      expect(same.headers).toMatchObject({ etag, 'cache-control': 'public, no-cache' });
    }
    expect(await read(path, input, { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  });
});

describe('an answer', () => {
  it('is the same for whoever writes the same input otherwise', async () => {
    await read('movies.list', { sort: 'title', limit: 5 });
    asked();
    for (const input of [
      '{"limit":5,"sort":"title"}',
      ' { "limit" : 5, "sort" : "title" } ',
      '{"sort":"title","limit":5.0}',
    ])
      await api.http.send(requestOf('movies.list', input));
    expect(asked()).toBe(0);
    await read('movies.list', { sort: 'title', limit: 6 });
    expect(asked()).toBe(1);
  });

  it('is asked of the database once, however many want it at once', async () => {
    asked();
    const answers = await Promise.all(Array.from({ length: 30 }, () => read('genres.list', { limit: 7 })));
    expect(asked()).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it.each<[string, unknown]>([
    ['movies.get', { id: 2_000_000_000 }],
    ['movies.get', { id: 'x' }],
    ['movies.get', undefined],
    ['movies.list', { nothing: 1 }],
    ['movies.list', { cursor: 'x' }],
    ['movies.list', null],
    ['movies.list', [['x']]],
  ])('that refuses is tRPC’s own, and nobody keeps it: %s %o', async (path, input) => {
    const ours = await read(path, input);
    const theirs = await byAdapter(path, input);
    expect(ours.status).toBeGreaterThanOrEqual(400);
    expect(ours).toMatchObject({ status: theirs.status, text: theirs.text });
    expect(ours.headers['cache-control']).toBe('no-store');
    expect(ours.headers.etag).toBeUndefined();
  });

  it('that is another one each time is never kept', async () => {
    asked();
    for (const n of [1, 2, 3]) {
      const { headers } = await read('movies.random', {});
      expect(headers['cache-control'], `${n}`).toMatch(/no-store/);
    }
    expect(asked()).toBe(3);
  });

  it('to somebody in person is kept by nobody', async () => {
    for (const path of ['account.me', 'favorites.ids', 'admin.genres.list']) {
      const { headers } = await read(path, undefined, await api.cookieOf('admin'));
      expect(headers['cache-control'], path).toBe('private, no-store');
    }
  });
});

describe('after an edit', () => {
  it('nobody reads what was before, however many read meanwhile', async () => {
    const { id } = await api.rows.movie({ title: 'Before' });
    const cookie = await api.cookieOf('editor');
    let acknowledged = 0;
    let editing = true;
    const seen: { known: number; told: number }[] = [];
    const readers = Array.from({ length: 8 }, async () => {
      while (editing) {
        const known = acknowledged;
        const { text } = await read('movies.get', { id });
        // Answers from memory alone would never let the network speak.
        await setImmediate();
        seen.push({ known, told: Number(text.match(/"title":"Edit (\d+)"/)?.[1] ?? 0) });
      }
    });
    for (let n = 1; n <= 30; n += 1) {
      const input = { id, data: { title: `Edit ${n}` } };
      expect(await api.http.call('admin.movies.update', input, cookie)).toMatchObject({ status: 200 });
      acknowledged = n;
    }
    editing = false;
    await Promise.all(readers);
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.filter(({ known, told }) => told < known)).toEqual([]);
  });

  it('a heart that is given or taken leaves answers as they are', async () => {
    const { id } = await api.rows.movie();
    await read('genres.list', {});
    const cookie = await api.cookieOf('visitor');
    expect(await api.http.call('favorites.add', { movieId: id }, cookie)).toMatchObject({ status: 200 });
    asked();
    await read('genres.list', {});
    expect(asked()).toBe(0);
  });
});

describe('another server on the same database', async () => {
  const config = readConfig({
    LOG_LEVEL: 'silent',
    DATABASE_URL: api.db.url,
    DATA_DIR: api.services.config.dataDir,
  });
  const running = await openServices(config);
  const app = await buildServer(running);
  const there = httpClient(app);
  afterAll(async () => {
    await app.close();
    await running.close();
  });
  const nameThere = async (id: number) =>
    (await there.call('genres.get', { id })).text.match(/"name":"(.*?)"/)?.[1];

  // The second of two edits in a row is notified to nobody (migration 0004): as if the last had been in the future.
  it('R20: shows each edit soon, the one that it was not told of too', async () => {
    const { id } = await api.rows.genre({ name: 'At first' });
    await vi.waitUntil(() => running.db.watch().isCurrent(), { timeout: 10_000 });
    expect(await nameThere(id)).toBe('At first');
    await api.db.change({ channel: 'system' }, (tx) =>
      tx.execute(`update genres set name = 'Then' where id = ${id}`),
    );
    const now = await api.db.read<number>(sql`select revision::int as j from catalog_revision`);
    await vi.waitUntil(() => running.db.watch().revision() === now, { timeout: 5_000 });
    // It has this one to give again, unless it learns of the next.
    expect(await nameThere(id)).toBe('Then');
    await api.db.unlogged(sql`update catalog_revision set notified_at = now() + interval '1 hour'`);
    await api.db.change({ channel: 'system' }, (tx) =>
      tx.execute(`update genres set name = 'At last' where id = ${id}`),
    );
    await vi.waitUntil(async () => (await nameThere(id)) === 'At last', { timeout: 5_000, interval: 20 });
  });

  it('shows a write by whatever other way, too', async () => {
    const { id } = await api.rows.genre({ name: 'By hand' });
    expect(await nameThere(id)).toBe('By hand');
    await api.db.unlogged(sql`update genres set name = 'By psql' where id = ${id}`);
    await vi.waitUntil(async () => (await nameThere(id)) === 'By psql', { timeout: 5_000, interval: 20 });
  });
});
