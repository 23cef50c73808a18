// The same server as `start`, with the site and the console straight from their sources: what is edited there is
// replaced in the open page, and an edit of the API starts the server again.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--conditions=development', 'apps/api/src/main.ts'],
  { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
