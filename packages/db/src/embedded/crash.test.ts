import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { commandOf } from './pid-file.ts';
import { runningEmbedded, startEmbedded } from './server.ts';
import { isAlive, makeDataDir, openedBy, query, startWriter } from './testing/helpers.ts';

const dataDir = await makeDataDir();

describe('when our process is killed with -9', () => {
  it('R09: loses nothing acknowledged and no half of a transaction, five times over', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const writer = startWriter(dataDir, 'write');
      await openedBy(writer);
      await vi.waitUntil(() => writer.lines.length > 20, { timeout: 30_000 });
      await sleep(Math.random() * 200);
      writer.kill();
      await writer.ended;

      const server = await startEmbedded({ dataDir });
      const [found] = await query(
        server.url,
        `select max(number) as last, count(*)::int as halves, count(distinct number)::int as pairs from pair`,
      );
      await server.stop();
      expect(found.last).toBeGreaterThanOrEqual(Number(writer.lines.at(-1)));
      expect(found).toMatchObject({ pairs: found.last, halves: found.last * 2 });
    }
  });

  it('ends the database within seconds', async () => {
    const writer = startWriter(dataDir);
    const postgres = await openedBy(writer);
    expect(await isAlive(postgres)).toBe(true);
    writer.kill();
    await vi.waitUntil(async () => !(await isAlive(postgres)), { timeout: 8000 });
    expect(await runningEmbedded(dataDir)).toBeNull();
  });

  it.runIf(process.platform === 'linux')('R08: ends a database left over by the next start', async () => {
    const writer = startWriter(dataDir);
    const postgres = await openedBy(writer);
    process.kill(await watchdogOf(postgres), 'SIGKILL');
    writer.kill();
    await writer.ended;
    await sleep(300);
    expect(await isAlive(postgres)).toBe(true);

    const server = await startEmbedded({ dataDir });
    expect(await isAlive(postgres)).toBe(false);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('begins the database anew if it was only half created', async () => {
    const empty = await makeDataDir();
    const home = join(empty, 'database');
    const writer = startWriter(empty);
    const files = () => readdir(home, { recursive: true }).catch(() => []);
    await vi.waitUntil(async () => (await files()).length > 100, { timeout: 30_000, interval: 5 });
    writer.kill();
    await writer.ended;
    expect(await readdir(home)).not.toContain('cluster');

    const server = await startEmbedded({ dataDir: empty });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

/** The process that was told to watch over this PostgreSQL server. */
async function watchdogOf(postgres: number): Promise<number> {
  for (const pid of (await readdir('/proc')).map(Number).filter(Boolean)) {
    if ((await commandOf(pid))?.endsWith(`\0sh\0${postgres}\0`)) return pid;
  }
  throw new Error('Nobody watches over it');
}
