import { closeSync, openSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './error.ts';
import { readPidFile } from './pid-file.ts';
import type { Runner } from './runner.ts';
import { serverArguments } from './settings.ts';
import { watchOver } from './watchdog.ts';

/** How a process ended. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** A PostgreSQL server that accepts connections. */
export type Server = { pid: number; port: number; exited: Promise<Exit> };

type Launch = {
  postgres: string;
  runner: Runner;
  cluster: string;
  log: (line: string) => void;
  findPort?: () => Promise<number>;
};

/** Starts PostgreSQL on a free port and waits until it accepts connections. */
export async function launch({ findPort = freePort, ...how }: Launch): Promise<Server> {
  let reason = '';
  // Another program may take the port first, or the remains of a killed server need a moment to go.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const port = await findPort();
    const server = spawnServer(how, port);
    if (await becomesReady(how, server)) return { ...server, port };
    reason = await complaintOf(how.cluster, server.pid);
    await sleep(attempt * 200);
  }
  throw new EmbeddedError(`PostgreSQL did not start: ${reason}`);
}

function spawnServer({ postgres, runner, cluster }: Launch, port: number) {
  rmSync(outputFile(cluster), { force: true });
  const output = openSync(outputFile(cluster), 'w', 0o600);
  // A process group of its own: Ctrl-C must not end the database before its clients.
  const child = runner.spawn(postgres, serverArguments(cluster, port), {
    detached: true,
    stdio: ['ignore', output, output],
    cwd: '/',
  });
  closeSync(output);
  const { pid } = child;
  if (pid === undefined) throw new EmbeddedError(`PostgreSQL cannot be run: ${postgres}`);
  const dismissWatchdog = watchOver(pid);
  const exited = new Promise<Exit>((resolve) => {
    child.on('exit', (code, signal) => {
      dismissWatchdog();
      resolve({ code, signal });
    });
  });
  return { pid, exited };
}

/** False when it ended instead. After a crash it may first have much to recover, so there is no time limit. */
async function becomesReady(
  { cluster, log }: Launch,
  { pid, exited }: Omit<Server, 'port'>,
): Promise<boolean> {
  let running = true;
  void exited.then(() => {
    running = false;
  });
  const slow = setTimeout(() => log('The database is recovering from an interrupted stop...'), 5000);
  try {
    while (running) {
      const found = await readPidFile(cluster);
      if (found?.pid === pid && found.ready) return true;
      await sleep(20);
    }
    return false;
  } finally {
    clearTimeout(slow);
  }
}

const outputFile = (cluster: string) => `${cluster}.out`;

/** The last fatal line of this server, from its first output or from the log that it opened. */
async function complaintOf(cluster: string, pid: number): Promise<string> {
  const current = await readFile(join(cluster, 'current_logfiles'), 'utf8').catch(() => '');
  const log = current.match(/^stderr (.+)$/m)?.[1];
  const files = [outputFile(cluster), ...(log ? [join(cluster, log)] : [])];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  const lines = texts
    .join('\n')
    .split('\n')
    .filter((line) => line.includes(`[${pid}]`));
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*(FATAL|PANIC):\s*/, '') ?? `see ${files.join(' and ')}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new EmbeddedError('No free port on 127.0.0.1');
  return address.port;
}
