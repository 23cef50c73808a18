import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../run-command.ts';

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** Starts the server as an operator does, with nothing of our environment but the path to Node. */
export async function serve(env: Record<string, string>) {
  const server = spawn(process.execPath, [join(root, 'apps/api/src/main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of server.stdout ?? []) {
    output += chunk;
    if (output.includes('API')) break;
  }
  return {
    /** Where the API is, without /trpc; and all that it has said. */
    url: output.match(/API\s+(http:\S+)\/trpc/)?.[1] ?? '',
    output,
    stop: () => end(server, 'SIGTERM'),
    kill: () => end(server, 'SIGKILL'),
  };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
