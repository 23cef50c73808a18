import { spawn } from 'node:child_process';

// Reads until the pipe from us closes, which the system does however we end; then as in shut-down.ts.
const script = `
while read -r _; do :; done
kill -INT "$1" 2>/dev/null || exit
for _ in 1 2 3 4 5 6; do sleep 1; kill -0 "$1" 2>/dev/null || exit; done
kill -QUIT "$1"
sleep 2
kill -KILL "$1"`;

/**
 * Starts a small process that ends the PostgreSQL server `pid` when our process is gone, be it by kill -9. It is in
 * a session of its own, so that Ctrl-C does not reach it. Returns its dismissal, for when the server has ended.
 */
export function watchOver(pid: number): () => void {
  const watchdog = spawn('/bin/sh', ['-c', script, 'sh', `${pid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  watchdog.unref();
  return () => watchdog.kill('SIGKILL');
}
