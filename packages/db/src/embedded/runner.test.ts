import { spawnSync } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { locateBinaries } from './binaries.ts';
import { startEmbedded } from './server.ts';
import { makeDataDir, query } from './testing/helpers.ts';

const isRoot = process.getuid?.() === 0;
const mayMakeNamespaces = spawnSync('unshare', ['--user', 'true']).status === 0;

/** Whether another account may load PostgreSQL from this clone: it may lie in a folder that only root may enter. */
const isCloneOpen = isRoot && (await mayRun(locateBinaries().postgres));

async function mayRun(program: string): Promise<boolean> {
  const [, uid, gid] = (await readFile('/etc/passwd', 'utf8')).match(/^nobody:[^:]*:(\d+):(\d+):/m) ?? [];
  return spawnSync(program, ['--version'], { uid: Number(uid), gid: Number(gid), cwd: '/' }).status === 0;
}

async function visit(dataDir: string, sql: string) {
  const server = await startEmbedded({ dataDir });
  const rows = await query(server.url, sql);
  const { uid } = await stat(server.directory);
  await server.stop();
  return { rows, isRoots: uid === 0 };
}

describe.runIf(isRoot)('started by root', () => {
  it('runs as an unprivileged account where that may enter, else in a namespace', async () => {
    const { isRoots } = await visit(await makeDataDir(), 'select 1');
    expect(isRoots).toBe(!isCloneOpen);
  });

  it.runIf(mayMakeNamespaces)(
    'runs in a folder that only root may enter, and after it is opened',
    async () => {
      const dataDir = await makeDataDir();
      await chmod(dataDir, 0o700);
      const closed = await visit(dataDir, 'create table film as select 1 as id');
      expect(closed.isRoots).toBe(true);

      await chmod(dataDir, 0o755);
      const open = await visit(dataDir, 'select id from film');
      expect(open).toEqual({ rows: [{ id: 1 }], isRoots: !isCloneOpen });

      await chmod(dataDir, 0o700);
      const closedAgain = await visit(dataDir, 'select id from film');
      expect(closedAgain).toEqual({ rows: [{ id: 1 }], isRoots: true });
    },
  );
});
