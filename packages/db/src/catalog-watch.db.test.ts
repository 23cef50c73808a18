import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchCatalog } from './catalog-watch.ts';
import { testDatabase } from './testing/database.ts';
import { make } from './testing/make.ts';

const db = await testDatabase();
const soon = { timeout: 10_000, interval: 10 };

/** A watch of its own, as another server has it, and how often it has seen the catalog move. */
function watched(url = db.url) {
  const watch = watchCatalog(url);
  onTestFinished(() => watch.close());
  const moved = vi.fn();
  watch.onMove(moved);
  return { watch, moved };
}

test('sees every write to the catalog, however it came, and nothing else', async () => {
  const { watch, moved } = watched();
  await vi.waitUntil(watch.isCurrent, soon);
  moved.mockClear();
  await make(db).genre();
  await vi.waitUntil(() => moved.mock.calls.length === 1, soon);
  await db.unlogged(sql`insert into genres (name) values ('By hand')`);
  await vi.waitUntil(() => moved.mock.calls.length === 2, soon);
  await make(db).user();
  // Not even when the revision is asked for again, which takes less than this.
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(moved).toHaveBeenCalledTimes(2);
});

test('knows of our own change when it is done, and of nothing that was taken back or no change', async () => {
  const moved = vi.fn();
  const watch = db.watch();
  await vi.waitUntil(watch.isCurrent, soon);
  watch.onMove(moved);
  await make(db).genre();
  expect(moved).toHaveBeenCalledTimes(1);
  await make(db).user();
  await db.change({ channel: 'system' }, async (tx) => void (await tx.execute('select 1')));
  const refused = db.change({ channel: 'system' }, async (tx) => {
    await tx.execute(`insert into genres (name) values ('Taken back')`);
    throw new Error('Taken back');
  });
  await expect(refused).rejects.toThrow('Taken back');
  expect(moved).toHaveBeenCalledTimes(1);
});

test('tells listeners no more once they have had enough', async () => {
  const { watch } = watched();
  const moved = vi.fn();
  watch.onMove(moved)();
  watch.move();
  expect(moved).not.toHaveBeenCalled();
});

test('says so when it no longer knows, and what has moved meanwhile', async () => {
  const server = new URL(db.url);
  const sockets = new Set<Socket>();
  const between = createServer((near) => {
    const far = connect(Number(server.port), server.hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    between.close();
    for (const socket of sockets) socket.destroy();
  });
  await once(between, 'listening');
  const address = between.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const through = new URL(db.url);
  through.port = String(address.port);
  through.hostname = '127.0.0.1';

  const { watch, moved } = watched(through.href);
  await vi.waitUntil(watch.isCurrent, soon);
  for (const socket of sockets) socket.unpipe().pause();
  await vi.waitUntil(() => !watch.isCurrent(), soon);
  moved.mockClear();
  await make(db).genre();
  // The next connections are let through.
  await vi.waitUntil(watch.isCurrent, soon);
  expect(moved).toHaveBeenCalled();
});
