import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const admin = { email: 'admin@example.org', password: 'correct-horse-battery' };
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const running = new Set<ChildProcess>();

/** A server as a process of its own, once it listens. */
export interface Server {
  url: string;
  pid: number;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
  /** Resident memory now, in megabytes. */
  memory(): Promise<number>;
}

/** Starts the server with the sample catalog on a free port. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      ...{ PORT: '0', LOG_LEVEL: 'silent', ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return code ?? signal;
  });
  const listening = new Promise<string>((resolve) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [, url] = output.match(/API\s+(http:\S+)\/trpc/) ?? [];
      if (url) resolve(url);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`The server ended with ${code} before it listened: ${said}`);
  });
  failed.catch(() => {});
  const { pid = 0 } = child;
  return {
    url: await Promise.race([listening, failed]),
    pid,
    ended,
    kill: (signal) => void child.kill(signal),
    async memory() {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(status.match(/VmRSS:\s+(\d+)/)?.[1]) / 1024;
    },
  };
}

/** Ends whatever an experiment has left running. */
export async function endAll(): Promise<void> {
  const left = [...running];
  for (const child of left) child.kill('SIGTERM');
  await Promise.all(left.map((child) => (child.exitCode === null ? once(child, 'exit') : null)));
}

/** What became of a request: its status, or 0 when there was none, and how long it took in milliseconds. */
export interface Outcome {
  status: number;
  ms: number;
  cookie: string;
  text: string;
}

/** One procedure: a query without `body`, a mutation with it. */
export async function call(url: string, path: string, body?: unknown, cookie = ''): Promise<Outcome> {
  const began = performance.now();
  const done = (status: number, text = '', set = '') => ({
    ...{ status, text, cookie: set.split(';')[0] ?? '' },
    ms: performance.now() - began,
  });
  try {
    const response = await fetch(`${url}/trpc/${path}`, {
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    return done(response.status, await response.text(), response.headers.get('set-cookie') ?? '');
  } catch {
    return done(0);
  }
}

export async function signIn(url: string): Promise<string> {
  const { cookie, status } = await call(url, 'account.signIn', admin);
  if (status !== 200) throw new Error(`The administrator cannot sign in: ${status}`);
  return cookie;
}

/** Milliseconds until something is true; gives up after as many as it is given. */
export async function timeUntil(isSo: () => Promise<boolean>, patience: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < patience) {
    if (await isSo()) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number.POSITIVE_INFINITY;
}

/** "200 x 18, 503 x 2" */
export function tally(statuses: (number | string)[]): string {
  const counts = new Map<number | string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status} x ${count}`).join(', ') || 'none';
}

export const highest = (numbers: number[]): number => Math.max(0, ...numbers);
export const percentile = (numbers: number[], part: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? 0;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
