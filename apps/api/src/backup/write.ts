import { createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { openSnapshot } from '@cinematheque/db/backup/snapshot';
import { pack } from 'tar-stream';
import type { Storage } from '../context.ts';
import { archiveInto, FACTS, writeFacts } from './archive.ts';

/** Bytes of rows in one part of a table, before they are compressed. */
const PART = 4 * 1024 * 1024;

const compress = promisify(gzip);

export interface BackupReport {
  bytes: number;
  tables: number;
  pictures: number;
  /** Pictures whose bytes the storage has lost, before the backup. */
  lost: number;
}

export interface BackupOptions {
  url: string;
  /** Opens the place of the pictures; told whether there must be some. */
  openStorage(expectFiles: boolean): Promise<Storage>;
  /** Where the archive goes; complete or not there at all. `<path>.part` until then. */
  path: string;
  /** Waited for. */
  onProgress?(step: 'tables' | 'pictures', done: number, total: number): void | Promise<void>;
}

/** Writes everything that the catalog is, as it is at one moment, into one archive. */
export async function writeBackup({
  url,
  openStorage,
  path,
  onProgress,
}: BackupOptions): Promise<BackupReport> {
  const snapshot = await openSnapshot(url);
  try {
    const at = new Date();
    const { facts, fileKeys } = snapshot;
    const storage = await openStorage(fileKeys.length > 0);
    const tar = pack();
    const archive = archiveInto(tar, at);
    const draft = `${path}.part`;
    // It holds everybody's addresses and the hashes of their passwords: for its owner's eyes.
    const written = pipeline(tar, createWriteStream(draft, { mode: 0o600, flush: true }));
    let lost = 0;
    const fill = async () => {
      await archive.add(FACTS, writeFacts({ at: at.toISOString(), database: facts }));
      for (const [place, { name }] of facts.tables.entries()) {
        await onProgress?.('tables', place, facts.tables.length);
        let part = 0;
        for await (const rows of inParts(snapshot.rows(name))) {
          part += 1;
          await archive.add(`tables/${name}/${String(part).padStart(6, '0')}.copy.gz`, await compress(rows));
        }
      }
      for (const [place, key] of fileKeys.entries()) {
        await onProgress?.('pictures', place, fileKeys.length);
        const bytes = await storage.read(key);
        if (bytes) await archive.add(`files/${key}`, bytes);
        else lost += 1;
      }
      await archive.finish();
    };
    // A disk that is full ends the writing while an entry waits to be taken: whichever fails first ends both.
    await Promise.all([written, fill().catch((error: Error) => tar.destroy(error))]);
    await rename(draft, path);
    const file = await open(path);
    const { size: bytes } = await file.stat().finally(() => file.close());
    return { bytes, tables: facts.tables.length, pictures: fileKeys.length - lost, lost };
  } finally {
    await snapshot.close();
  }
}

async function* inParts(rows: Readable): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of rows) {
    kept.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    yield Buffer.concat(kept);
    [kept, size] = [[], 0];
  }
  if (size) yield Buffer.concat(kept);
}
