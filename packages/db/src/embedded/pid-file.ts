import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { hasCode } from './error.ts';
import { shutDown } from './shut-down.ts';

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

/** What PostgreSQL's own `postmaster.pid` says, or null when there is none. */
export async function readPidFile(cluster: string): Promise<{ pid: number; ready: boolean } | null> {
  const content = await contentOf(pidFile(cluster));
  if (content === null) return null;
  const lines = content.split('\n');
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Ends a server that outlived the process which started it. Call it only while holding the lock: then no server
 * on this cluster is anybody's.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const found = await readPidFile(cluster);
  if (!found) return;
  const command = await commandOf(found.pid);
  if (command === null) return;
  if (command.includes(cluster)) return shutDown(found.pid, untilGone(found.pid, cluster));
  // The number now belongs to another program, which PostgreSQL would take for its server. Of another server it
  // must judge itself: this folder may have been moved beneath it.
  if (!command.includes('postgres')) await rm(pidFile(cluster));
}

async function untilGone(pid: number, cluster: string): Promise<void> {
  while ((await commandOf(pid))?.includes(cluster)) await sleep(50);
}

/** The command line of a process: empty when it has ended and waits to be collected, null when there is none. */
export async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return contentOf(`/proc/${pid}/cmdline`);
  try {
    return (await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', `${pid}`])).stdout;
  } catch {
    return null;
  }
}

async function contentOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null;
    throw error;
  }
}
