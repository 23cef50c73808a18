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
  const output = await said(server, 'API');
  return {
    /** Where the API is, without /trpc; and all that it has said. */
    url: output.match(/API\s+(http:\S+)\/trpc/)?.[1] ?? '',
    output,
    stop: () => end(server, 'SIGTERM'),
    kill: () => end(server, 'SIGKILL'),
  };
}

/**
 * What a process has said once these words are among it, or when it has ended. It is listened to until its end: who
 * writes to somebody who has left is ended by that.
 */
export function said({ stdout }: ChildProcess, words: string): Promise<string> {
  let output = '';
  return new Promise((resolve) => {
    stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes(words)) resolve(output);
    });
    stdout?.once('close', () => resolve(output));
  });
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
