import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './serve.ts';

const run = promisify(execFile);
const bin = '/usr/lib/postgresql/15/bin';

/** Only root may become Debian's user postgres. */
export const hasDebianPostgres = existsSync(bin) && process.getuid?.() === 0;

/** Runs a line of the shell as Debian's user postgres. */
export const asPostgres = (line: string) =>
  run('su', ['postgres', '-s', '/bin/sh', '-c', line], { cwd: '/' });

/** A folder of the user postgres. */
export async function folderOfPostgres(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinematheque-fifteen-'));
  await run('chown', ['postgres', folder]);
  return folder;
}

/** A PostgreSQL 15 of its own, as Debian brings it; or a streaming replica of the one that listens at a port. */
export async function startDebianPostgres({ replicaOf }: { replicaOf?: number } = {}) {
  const cluster = await folderOfPostgres();
  const port = await freePort();
  await asPostgres(
    replicaOf
      ? `${bin}/pg_basebackup -D ${cluster}/data -h 127.0.0.1 -p ${replicaOf} -R -X stream -c fast`
      : `${bin}/initdb -D ${cluster}/data -A trust -E UTF8 --locale=C.UTF-8`,
  );
  await asPostgres(
    `${bin}/pg_ctl -w -D ${cluster}/data -o '-p ${port} -k ${cluster} -c listen_addresses=127.0.0.1' -l ${cluster}/log start`,
  );
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    /** Runs a statement on it; what it says. */
    ask: async (statement: string) =>
      (await asPostgres(`psql -h 127.0.0.1 -p ${port} -Atc "${statement}"`)).stdout.trim(),
    async stop() {
      // Stopped already, it says so.
      await asPostgres(`${bin}/pg_ctl -m immediate -D ${cluster}/data stop`).catch(() => {});
      await rm(cluster, { recursive: true, force: true });
    },
  };
}
