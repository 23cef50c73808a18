import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The server as a process of its own, on a free port. Killed after the test. */
export function startServer(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', SAMPLE_CATALOG: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, output, errors }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended, url: addressOf(child, () => output, ended), output: () => output };
}

/** Its address, once it listens. */
function addressOf(
  child: ChildProcess,
  output: () => string,
  ended: Promise<{ errors: string }>,
): Promise<string> {
  const printed = () => output().match(/API\s+(http:\S+)\/trpc/)?.[1];
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const address = printed();
      if (address) resolve(address);
    });
  });
  const failed = ended.then(({ errors }) => {
    throw new Error(`The server did not start: ${errors}`);
  });
  const address = Promise.race([listening, failed]);
  // Whoever waits for the end alone does not wait for the address.
  address.catch(() => {});
  return address;
}

/** The embedded database's process; null when there is none. */
export async function databaseOf(dataDir: string): Promise<number | null> {
  const file = join(dataDir, 'database', 'cluster', 'postmaster.pid');
  const [line = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  return Number(line) || null;
}
