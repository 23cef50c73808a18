import { execFileSync } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startEmbedded } from './server.ts';
import { makeDataDir, query } from './testing/helpers.ts';

const isRoot = process.getuid?.() === 0;

function mayMakeNamespaces(): boolean {
  try {
    execFileSync('unshare', ['--user', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function visit(dataDir: string, sql: string) {
  const server = await startEmbedded({ dataDir });
  const rows = await query(server.url, sql);
  const { uid } = await stat(server.directory);
  await server.stop();
  return { rows, uid };
}

describe.runIf(isRoot)('started by root', () => {
  it('runs as an unprivileged account where that may enter', async () => {
    const { uid } = await visit(await makeDataDir(), 'select 1');
    expect(uid).toBeGreaterThan(0);
  });

  it.runIf(mayMakeNamespaces())(
    'runs in a folder that only root may enter, and after it is opened',
    async () => {
      const dataDir = await makeDataDir();
      await chmod(dataDir, 0o700);
      const closed = await visit(dataDir, 'create table film as select 1 as id');
      expect(closed.uid).toBe(0);

      await chmod(dataDir, 0o755);
      const open = await visit(dataDir, 'select id from film');
      expect(open.rows).toEqual([{ id: 1 }]);
      expect(open.uid).toBeGreaterThan(0);

      await chmod(dataDir, 0o700);
      const closedAgain = await visit(dataDir, 'select id from film');
      expect(closedAgain).toEqual({ rows: [{ id: 1 }], uid: 0 });
    },
  );
});
