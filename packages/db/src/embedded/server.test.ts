import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { locateBinaries } from './binaries.ts';
import { launch } from './launch.ts';
import { chooseRunner } from './runner.ts';
import { type EmbeddedServer, runningEmbedded, startEmbedded } from './server.ts';
import { isAlive, makeDataDir, openedBy, pidOf, query, startWriter } from './testing/helpers.ts';

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir });
  onTestFinished(() => server.stop());
  return server;
}

// Creating a database takes a second or two, so the tests after the first share the one that it made.
const dataDir = await makeDataDir();

describe('the embedded database', () => {
  it('is created in an empty folder and keeps what was written', async () => {
    const first = await start();
    await query(first.url, `create table film (title text); insert into film values ('Łódź')`);
    await first.stop();
    expect(await first.exited).toEqual({ code: 0, signal: null });
    expect(await isAlive(first.pid)).toBe(false);

    const second = await start();
    expect(await query(second.url, 'select title from film')).toEqual([{ title: 'Łódź' }]);
  });

  it('speaks Unicode and UTC, listens on loopback only and gives us an ordinary role', async () => {
    const { url } = await start();
    await query(url, 'create extension pg_trgm');
    const [found] = await query(
      url,
      `select lower('ŁÓDŹ') as lower, show_trgm('Москва') <> '{}' as trigrams, 'Z' < 'a' as by_code_point,
        current_setting('timezone') as timezone, current_setting('jit') as jit,
        current_setting('listen_addresses') as listens, current_setting('synchronous_commit') as commits,
        (select rolsuper from pg_roles where rolname = current_user) as superuser`,
    );
    expect(found).toEqual({
      lower: 'łódź',
      trigrams: true,
      by_code_point: true,
      timezone: 'UTC',
      jit: 'off',
      listens: '127.0.0.1',
      commits: 'on',
      superuser: false,
    });
  });

  it('lets nobody in without the password, the superuser not at all', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    wrong.username = 'postgres';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('no pg_hba.conf entry');
  });

  it('R08: is refused at once to a second process, which is told the PID of the first', async () => {
    const { url } = await start();
    const second = startWriter(dataDir);
    expect(await second.ended).toEqual([1, null]);
    expect(second.lines.join()).toContain(`(PID ${process.pid})`);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`(PID ${process.pid})`);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('tells other processes its address for as long as it answers', async () => {
    expect(await runningEmbedded(dataDir)).toBeNull();
    const server = await start();
    expect(await runningEmbedded(dataDir)).toBe(server.url);
    await server.stop();
    expect(await runningEmbedded(dataDir)).toBeNull();
  });

  it('tells us when it dies, and can then be started again at once', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' });
    const second = await start();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not ended by Ctrl-C before we end it', async () => {
    const writer = startWriter(dataDir);
    const postgres = await openedBy(writer);
    process.kill(-writer.pid, 'SIGINT');
    expect(await writer.ended).toEqual([0, null]);
    expect(writer.lines.at(-1)).toBe('interrupted: the database still answered');
    expect(await isAlive(postgres)).toBe(false);
  });

  it('takes another port when the one it found is taken first', async () => {
    const server = await start();
    await server.stop();
    const rival = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void rival.close());
    await once(rival, 'listening');
    const taken = rival.address();
    if (taken === null || typeof taken === 'string') throw new Error('no port');
    const findPort = vi.fn(async () => taken.port + findPort.mock.calls.length - 1);

    const { postgres } = locateBinaries();
    const cluster = server.directory;
    const runner = await chooseRunner(postgres, join(dataDir, 'database'), cluster);
    const again = await launch({ postgres, runner, cluster, log: () => {}, findPort });
    process.kill(again.pid, 'SIGQUIT');
    await again.exited;
    expect(again.port).toBeGreaterThan(taken.port);
  });

  it('is not kept from starting by a stranger that has the number of a dead server', async () => {
    const first = await start();
    await first.stop();
    const { uid, gid } = await stat(first.directory);
    const stranger = spawn('sleep', ['60'], { uid, gid });
    onTestFinished(() => void stranger.kill());
    await writeFile(join(first.directory, 'postmaster.pid'), `${pidOf(stranger)}\n${first.directory}\n`);
    const second = await start();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await isAlive(pidOf(stranger))).toBe(true);
  });

  it('says in one line what is wrong with a folder it cannot use', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await expect(startEmbedded({ dataDir: file })).rejects.toThrow(
      /^The database in .* cannot be opened: .+$/,
    );
  });
});
