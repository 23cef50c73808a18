import type { LiveEvent } from '@cinematheque/shared/live';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSessions } from '../account/session.ts';
import { testApi } from '../testing/api.ts';
import { cookieFrom } from '../testing/http.ts';
import { createLive } from './live.ts';

const api = await testApi();
const { db, rows, services } = api;
const revision = () => db.read<number>(sql`select revision::int as j from catalog_revision`);

/** Follows as somebody and keeps what is told. */
function follow(live = services.live, options: { after?: number; sessionId?: string | null } = {}) {
  const events: LiveEvent[] = [];
  const quit = new AbortController();
  const { after, sessionId = null } = options;
  const stream = live.follow({ viewer: api.viewer('editor'), sessionId, after, signal: quit.signal });
  const ended = (async () => {
    for await (const { event } of stream) events.push(event);
  })();
  onTestFinished(async () => {
    quit.abort();
    await ended;
  });
  const told = () => events.flatMap(({ changes }) => changes);
  return { events, told, ended, started: () => vi.waitFor(() => expect(events).not.toEqual([])) };
}

describe('whoever follows', () => {
  it('is told who did what to which records', async () => {
    const one = follow();
    await one.started();
    const { item } = await api.as('editor').admin.genres.create({ data: { name: 'Noir' } });
    await vi.waitFor(() => expect(one.told()).toHaveLength(1));
    expect(one.told()[0]).toMatchObject({
      user: 'editor',
      changeId: item.changeId,
      records: [{ table: 'genres', operation: 'insert', count: 1, ids: [item.id], movieIds: [] }],
    });
  });

  it('hears of a film when its genres change', async () => {
    const film = await rows.movie();
    const genre = await rows.genre();
    const one = follow();
    await one.started();
    await api.as('editor').admin.movies.update({ id: film.id, data: { genreIds: [genre.id] } });
    await vi.waitFor(() => expect(one.told()).not.toEqual([]));
    expect(one.told().flatMap(({ records }) => records)).toContainEqual(
      expect.objectContaining({ table: 'movie_genres', operation: 'insert', movieIds: [film.id] }),
    );
  });

  it('hears of nothing that is not the catalog’s', async () => {
    const one = follow();
    await one.started();
    await rows.user();
    await rows.genre({ name: 'Last' });
    await vi.waitFor(() => expect(one.told()).not.toEqual([]));
    expect(one.told().flatMap(({ records }) => records.map(({ table }) => table))).toEqual(['genres']);
  });

  it('comes back to what it missed, each change once and in the order of the commits', async () => {
    const before = await revision();
    for (const name of ['A', 'B', 'C']) await rows.genre({ name: `Back ${name}` });
    const one = follow(services.live, { after: before });
    await vi.waitFor(() => expect(one.told()).toHaveLength(3));
    expect(one.told().map((change) => change.revision)).toEqual([before + 1, before + 2, before + 3]);
    await rows.genre({ name: 'Back D' });
    await vi.waitFor(() => expect(one.told()).toHaveLength(4));
    expect(one.told().at(-1)?.revision).toBe(before + 4);
  });

  it('is told to read anew where too much has changed', async () => {
    const before = await revision();
    await Promise.all(Array.from({ length: 201 }, () => rows.genre()));
    const one = follow(services.live, { after: before });
    await vi.waitFor(() => expect(one.events.some(({ missed }) => missed)).toBe(true));
    expect(one.told()).toEqual([]);
  });

  it('hears of what another server did', async () => {
    const elsewhere = createLive(db, services.sessions);
    const [here, there] = [follow(), follow(elsewhere)];
    await Promise.all([here.started(), there.started()]);
    const { id } = await rows.genre({ name: 'Everywhere' });
    for (const one of [here, there]) {
      await vi.waitFor(() => expect(one.told().flatMap(({ records }) => records[0]?.ids)).toContain(id));
    }
  });
});

describe('a stream ends', () => {
  /** As the browser sends it, and as the server knows it. */
  async function newSession(): Promise<{ cookie: string; sessionId: string }> {
    const sessions = createSessions(db, { secure: false });
    const cookie = cookieFrom(await sessions.start(api.viewer('editor').id));
    const session = await sessions.read(cookie);
    return { cookie, sessionId: session?.sessionId ?? '' };
  }

  it.each([
    ['ends', (sessionId: string) => services.sessions.end(sessionId)],
    [
      'is no editor’s any more',
      () => db.unlogged(sql`update users set role = 'visitor' where id = ${api.viewer('editor').id}`),
    ],
  ])('when its session %s (S22)', async (_how, act) => {
    const { sessionId } = await newSession();
    const one = follow(services.live, { sessionId });
    await one.started();
    await act(sessionId);
    await one.ended;
    await db.unlogged(sql`update users set role = 'editor' where id = ${api.viewer('editor').id}`);
  });

  it('when the server stops', async () => {
    const live = createLive(db, services.sessions);
    const one = follow(live);
    await one.started();
    live.endAll();
    await one.ended;
  });

  it('R02: over HTTP at once, once the server is told to close', async () => {
    const other = await testApi();
    const address = await other.app.listen({ port: 0, host: '127.0.0.1' });
    const headers = await other.cookieOf('editor');
    const answer = await fetch(`${address}/trpc/admin.changes.watch`, { headers });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const text = answer.text();
    await other.app.close();
    expect(await text).toContain('"missed":false');
  });
});

it('refuses more streams of one account than windows that anybody has', async () => {
  const live = createLive(db, services.sessions);
  const many = Array.from({ length: 20 }, () => follow(live));
  await Promise.all(many.map(({ started }) => started()));
  const viewer = api.viewer('editor');
  await expect(live.follow({ viewer, sessionId: null }).next()).rejects.toMatchObject({
    appCode: 'TOO_MANY_REQUESTS',
  });
});
