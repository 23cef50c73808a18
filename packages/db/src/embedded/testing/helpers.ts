import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, onTestFinished, vi } from 'vitest';
import { commandOf } from '../pid-file.ts';

// Creating a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** An empty DATA_DIR that every account may enter; removed after the tests of the file. */
export async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'embedded-'));
  await chmod(dataDir, 0o755);
  made.push(dataDir);
  return dataDir;
}

const made: string[] = [];
afterAll(async () => {
  for (const dataDir of made.splice(0)) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** One query on a connection of its own. */
export async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process on the data directory: what it printed, and its end. Killed after the test. */
export function startWriter(dataDir: string, task: 'hold' | 'write' = 'hold') {
  const file = fileURLToPath(new URL('writer.ts', import.meta.url));
  const args = [file, dataDir, ...(task === 'write' ? ['write'] : [])];
  // The leader of a process group, like a program started from a terminal.
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { pid: pidOf(child), lines, ended, kill: () => child.kill('SIGKILL') };
}

/** The PostgreSQL process of a writer, once it is open. */
export async function openedBy({ lines, ended }: ReturnType<typeof startWriter>): Promise<number> {
  await Promise.race([ended, vi.waitUntil(() => lines.length > 0, { timeout: 30_000 })]);
  const pid = Number(lines[0]?.replace('open ', ''));
  if (!pid) throw new Error(`The writer did not open its database: ${lines[0]}`);
  return pid;
}

/** Whether a process of this number is at work. */
export async function isAlive(pid: number): Promise<boolean> {
  return Boolean(await commandOf(pid));
}

/** The number of a process that has just been spawned. */
export function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The process could not be started');
  return pid;
}
