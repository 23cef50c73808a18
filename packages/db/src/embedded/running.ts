import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Who holds a data directory, and the address of the database once it answers. */
type Running = { pid: number; url: string | null };

const runningFile = (home: string) => join(home, 'running.json');

/** Leaves a note for other processes; readable by the owner only, for the address holds the password. */
export async function noteRunning(home: string, running: Running): Promise<void> {
  const draft = `${runningFile(home)}.new`;
  await writeFile(draft, JSON.stringify(running), { mode: 0o600 });
  await rename(draft, runningFile(home));
}

/** The note as it stands, or null. After a kill -9 it may speak of a process that is gone. */
export async function readRunning(home: string): Promise<Running | null> {
  try {
    const note: unknown = JSON.parse(await readFile(runningFile(home), 'utf8'));
    if (typeof note !== 'object' || note === null) return null;
    if (!('pid' in note) || typeof note.pid !== 'number') return null;
    return { pid: note.pid, url: 'url' in note && typeof note.url === 'string' ? note.url : null };
  } catch {
    return null;
  }
}

/** Removes the note. */
export async function clearRunning(home: string): Promise<void> {
  await rm(runningFile(home), { force: true });
}

/** Whether a database answers at this address within two seconds. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
