import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { locateBinaries } from './binaries.ts';
import { databaseUrl, prepareCluster } from './cluster.ts';
import { EmbeddedError } from './error.ts';
import { type Exit, launch } from './launch.ts';
import { takeLock } from './lock.ts';
import { endLeftover } from './pid-file.ts';
import { chooseRunner } from './runner.ts';
import { answers, clearRunning, noteRunning, readRunning } from './running.ts';
import { shutDown } from './shut-down.ts';

/** A PostgreSQL server of our own. It ends with this process, however this process ends. */
export type EmbeddedServer = {
  /** For the `pg` driver; holds the password. */
  url: string;
  /** PostgreSQL's data directory. */
  directory: string;
  /** The PostgreSQL server's process. */
  pid: number;
  /** Settles when the server has ended, on request or not. */
  exited: Promise<Exit>;
  stop(): Promise<void>;
};

type Options = { dataDir: string; log?: (line: string) => void };

/** Starts the database kept in `dataDir`, creating it when there is none. Throws only EmbeddedError. */
export async function startEmbedded({ dataDir, log = () => {} }: Options): Promise<EmbeddedServer> {
  try {
    const home = await makeHome(dataDir);
    const release = takeLock(join(home, 'lock'));
    if (!release) throw new EmbeddedError(await inUse(dataDir, home));
    const leave = async () => {
      await clearRunning(home).catch(() => {});
      release();
    };
    try {
      return await start(home, leave, log);
    } catch (error) {
      await leave();
      throw error;
    }
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedError(`The database in ${dataDir} cannot be opened: ${reason}`);
  }
}

/** The address of the server that another process runs on this data directory, or null when none answers. */
export async function runningEmbedded(dataDir: string): Promise<string | null> {
  const url = (await readRunning(homeOf(dataDir)))?.url;
  return url && (await answers(url)) ? url : null;
}

const homeOf = (dataDir: string) => join(dataDir, 'database');

async function makeHome(dataDir: string): Promise<string> {
  await mkdir(homeOf(dataDir), { recursive: true });
  // One spelling of the path: a server left over is known by it.
  return realpath(homeOf(dataDir));
}

async function start(
  home: string,
  leave: () => Promise<void>,
  log: (line: string) => void,
): Promise<EmbeddedServer> {
  await noteRunning(home, { pid: process.pid, url: null });
  const cluster = join(home, 'cluster');
  const binaries = locateBinaries();
  await endLeftover(cluster);
  const runner = await chooseRunner(binaries.postgres, home, cluster);
  if (!existsSync(cluster)) log(`Creating the database in ${home}`);
  await prepareCluster(cluster, binaries, runner);
  const { pid, port, exited: ended } = await launch({ postgres: binaries.postgres, runner, cluster, log });
  const url = await databaseUrl(cluster, port);
  await noteRunning(home, { pid: process.pid, url });

  let over = false;
  const exited = ended.then(async (exit) => {
    over = true;
    await leave();
    return exit;
  });
  return {
    url,
    directory: cluster,
    pid,
    exited,
    stop: async () => (over ? undefined : shutDown(pid, exited)),
  };
}

async function inUse(dataDir: string, home: string): Promise<string> {
  const holder = await readRunning(home);
  const who = holder ? ` (PID ${holder.pid})` : '';
  return `${dataDir} is in use by another Cinematheque${who}: stop that one first, or choose another DATA_DIR`;
}
