import { Readable, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { beginRestore, type Restore, type RestoreOptions } from '@cinematheque/db/backup/restore';
import type { Storage } from '../context.ts';
import { type ArchiveFacts, readArchive } from './archive.ts';

export interface RestoreJob extends RestoreOptions {
  url: string;
  storage: Storage;
  path: string;
  /** What `verifyArchive` has found in it. */
  facts: ArchiveFacts;
  onProgress?(step: string): void;
}

/**
 * Puts a backup, once it is verified, in the place of the catalog. Pictures are stored before the rows that name them
 * can be seen; the rows come all at once.
 */
export async function restoreBackup({
  url,
  storage,
  path,
  facts,
  replace,
  signOut,
  onProgress,
}: RestoreJob): Promise<void> {
  const restore = await beginRestore(url, facts.database, { replace, signOut });
  const tables = tablesInto(restore);
  try {
    for await (const { name, bytes } of readArchive(path)) {
      const [folder, second = ''] = name.split('/');
      if (folder === 'tables') {
        onProgress?.(`Restoring ${second}`);
        await tables.add(second, bytes);
      } else if (folder === 'files') {
        onProgress?.('Restoring pictures');
        await storage.put(second, await buffer(bytes));
      } else for await (const _ of bytes);
    }
    await tables.end();
    onProgress?.('Making indexes');
    await restore.finish();
  } finally {
    await restore.close();
  }
}

/** The parts of a table follow each other: they are one COPY, which ends when another table comes. */
function tablesInto(restore: Restore) {
  let table = '';
  let rows: Writable | undefined;
  const end = async () => {
    if (!rows) return;
    const done = finished(rows);
    rows.end();
    rows = undefined;
    await done;
  };
  return {
    end,
    async add(name: string, part: AsyncIterable<Uint8Array>): Promise<void> {
      if (name !== table) await end();
      table = name;
      // pipeline() leaves a listener behind for each part, and a large table has many: that is no leak.
      rows ??= restore.rows(name).setMaxListeners(0);
      await pipeline(Readable.from(part), createGunzip(), rows, { end: false });
    },
  };
}
