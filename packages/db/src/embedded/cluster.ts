import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import type { Runner } from './runner.ts';

const ROLE = 'cinematheque';
const PASSWORD_FILE = 'cinematheque.password';

/** Makes sure that `cluster` is a PostgreSQL data directory which `runner` can serve. */
export async function prepareCluster(cluster: string, binaries: Binaries, runner: Runner): Promise<void> {
  await removeUnfinished(cluster);
  if (!existsSync(cluster)) await create(cluster, binaries, runner);
  await runner.own(cluster);
}

/** The address of our database in a cluster that is served on this port. */
export async function databaseUrl(cluster: string, port: number): Promise<string> {
  const password = await readFile(join(cluster, PASSWORD_FILE), 'utf8');
  return `postgres://${ROLE}:${password}@127.0.0.1:${port}/${ROLE}`;
}

/** Works in a folder of its own and renames it at the end: a cluster is there completely or not at all. */
async function create(cluster: string, { initdb, postgres }: Binaries, runner: Runner): Promise<void> {
  const draft = await mkdtemp(draftPrefix(cluster));
  await runner.own(draft);
  await finish(runner, initdb, [
    '-D',
    draft,
    '-U',
    'postgres',
    '--auth=reject',
    '--encoding=UTF8',
    ...locale,
  ]);
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(draft, PASSWORD_FILE);
  await writeFile(passwordFile, password, { mode: 0o600, flush: true });
  await runner.own(passwordFile);
  // Only our role may connect, only from this machine; nobody can sign in as the superuser.
  await writeFile(join(draft, 'pg_hba.conf'), `host all ${ROLE} 127.0.0.1/32 scram-sha-256\n`, {
    flush: true,
  });
  await finish(
    runner,
    postgres,
    ['--single', '-D', draft, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'postgres'],
    `create role ${ROLE} login createdb password '${password}'\ncreate database ${ROLE} owner ${ROLE}\n`,
  );
  await rename(draft, cluster);
  await syncFolder(dirname(cluster));
}

/** Makes the rename last through a power cut, before anybody is told that something was saved. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/**
 * Text sorts by code point, the same on every machine. The character type must still be UTF-8: with plain C,
 * pg_trgm takes every letter outside ASCII for a space and finds nothing in Москва.
 */
const locale = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
];

async function finish(runner: Runner, program: string, args: string[], input = ''): Promise<void> {
  const child = runner.spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], cwd: '/' });
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  child.stdin?.on('error', () => {}).end(input);
  const complaint = child.stderr ? await text(child.stderr) : '';
  if ((await exit) === 0) return;
  const reason =
    complaint.split('\n').findLast((line) => /error|fatal|panic/i.test(line)) ?? 'it was interrupted';
  throw new EmbeddedError(
    `PostgreSQL could not create the database (${basename(program)}): ${reason.trim()}`,
  );
}

const draftPrefix = (cluster: string) => `${cluster}.new-`;

/** Removes what a start left that was interrupted while it created the cluster. */
async function removeUnfinished(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(basename(draftPrefix(cluster))));
  // Its initdb may still be at work for a second; then the next start removes the rest.
  for (const name of drafts) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
}
