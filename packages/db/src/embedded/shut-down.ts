import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './error.ts';

/** First fast (finish the files), then immediate (the log recovers them), then by force (frozen). */
const steps = [
  { signal: 'SIGINT', patience: 6000 },
  { signal: 'SIGQUIT', patience: 1000 },
  { signal: 'SIGKILL', patience: 2000 },
] as const;

/** Ends the PostgreSQL server `pid`; `gone` tells when it has. Nothing acknowledged is lost at any step. */
export async function shutDown(pid: number, gone: Promise<unknown>): Promise<void> {
  for (const { signal, patience } of steps) {
    if (!send(pid, signal)) return;
    const waited = new AbortController();
    const late = sleep(patience, 'late', { signal: waited.signal }).catch(() => 'late');
    const outcome = await Promise.race([gone, late]);
    waited.abort();
    if (outcome !== 'late') return;
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    throw error;
  }
}
