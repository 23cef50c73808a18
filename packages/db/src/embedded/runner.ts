import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lchown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError, hasCode } from './error.ts';

/** Whom PostgreSQL's files belong to. */
type Owner = { uid: number; gid: number };

/** A way to run PostgreSQL's programs, which refuse to work for root. */
export type Runner = {
  spawn(program: string, args: string[], options: SpawnOptions): ChildProcess;
  /** Hands a file, or a folder with all in it, to the user that the programs run as. */
  own(path: string): Promise<void>;
};

/** PostgreSQL needs nothing of our environment, least of all our secrets. */
const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/**
 * Chooses how to run PostgreSQL on the data in `cluster`, a folder in `home`. An ordinary user runs it directly.
 * Root gives it to an unprivileged account or, where such an account may not enter (a project in /root), keeps it
 * in a user namespace: there it stays root's process without root's powers.
 */
export async function chooseRunner(postgres: string, home: string, cluster: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return checkedOrdinary(cluster);
  const accounts = await unprivilegedAccounts();
  const owner = await ownerOf(cluster);
  const candidates = [
    ...(owner && owner.uid !== 0 ? [owner] : []).map(asAccount),
    ...accounts.map(asAccount),
    ...accounts.map(inNamespace),
  ];
  for (const runner of candidates) if (await works(runner, postgres, home)) return runner;
  throw new EmbeddedError(
    `PostgreSQL refuses to run as root and no other account may enter ${home}: start as an ordinary user, move the project and DATA_DIR to a folder that others may enter, or set DATABASE_URL`,
  );
}

async function checkedOrdinary(cluster: string): Promise<Runner> {
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== process.getuid?.()) {
    throw new EmbeddedError(
      `The database in ${cluster} belongs to another user (${owner.uid}): start as that user, or give the folder to yours with chown -R`,
    );
  }
  return {
    spawn: (program, args, options) => spawn(program, args, { ...options, env: environment }),
    own: async () => {},
  };
}

function asAccount(account: Owner): Runner {
  return {
    spawn: (program, args, options) => spawn(program, args, { ...options, ...account, env: environment }),
    own: (path) => give(path, account),
  };
}

function inNamespace({ uid, gid }: Owner): Runner {
  const unshare = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return {
    spawn: (program, args, options) =>
      spawn('unshare', [...unshare, program, ...args], { ...options, env: environment }),
    own: (path) => give(path, { uid: 0, gid: 0 }),
  };
}

/** Tries it: the account must be able to load the program and to enter the folder. */
async function works(runner: Runner, postgres: string, home: string): Promise<boolean> {
  const probe = ['-c', '"$1" --version && cd "$2"', 'sh', postgres, home];
  try {
    const [code] = await once(runner.spawn('/bin/sh', probe, { stdio: 'ignore', cwd: '/' }), 'exit');
    return code === 0;
  } catch {
    return false;
  }
}

/** Accounts made for such work. initdb insists on one with a name, so a made-up number would not do. */
async function unprivilegedAccounts(): Promise<Owner[]> {
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  return ['postgres', 'nobody']
    .flatMap((name) => entries.filter((entry) => entry[0] === name))
    .map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
}

async function ownerOf(path: string): Promise<Owner | null> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The folder itself comes last: while it still has its old owner, an interrupted handover is begun anew. */
async function give(path: string, to: Owner): Promise<void> {
  const found = await stat(path);
  if (found.uid === to.uid) return;
  const inside = found.isDirectory() ? await readdir(path, { recursive: true }) : [];
  for (const entry of inside) await lchown(join(path, entry), to.uid, to.gid);
  await lchown(path, to.uid, to.gid);
}
