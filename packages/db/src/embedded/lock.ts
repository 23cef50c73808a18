import { DatabaseSync } from 'node:sqlite';

// A lock that nothing refers to would be closed, and so released, by the garbage collector.
const held = new Set<DatabaseSync>();

/**
 * Takes the lock that `file` stands for and returns its release, or null when another process holds it.
 * It is the operating system's file lock, reached through the SQLite in Node (which itself offers none): it ends
 * with its process, however that ends, so there are no stale locks to recognize.
 */
export function takeLock(file: string): (() => void) | null {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('pragma journal_mode = off; begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
  held.add(lock);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
