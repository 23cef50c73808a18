import { createHash, randomBytes } from 'node:crypto';
import { select, type Transaction } from '@cinematheque/db/change';
import { File } from '@cinematheque/db/entities/file';
import { insertRow, updateRow } from '@cinematheque/db/repository';
import { sql } from 'kysely';
import type { Services, Viewer } from './context.ts';
import { AppError } from './errors.ts';
import { isUsed } from './file-uses.ts';
import { readImage } from './images.ts';
import { byViewer } from './records.ts';
import { dropUnusedBytes } from './unused-bytes.ts';

/** A picture as somebody sent it. */
export interface SentPicture {
  bytes: Buffer;
  fileName: string;
}

/** How long a file stays that nothing shows: one that a form has uploaded until it is saved, one in the library for good. */
export type Stay = 'form' | 'library';

export interface KeptPicture {
  id: number;
  /** The same bytes were here before. */
  known: boolean;
}

/**
 * Keeps a picture: its bytes once, however many files have them. A file that has them already and that nothing shows
 * is given instead of a second one.
 */
export async function keepPicture(
  services: Services,
  viewer: Viewer,
  { bytes, fileName }: SentPicture,
  stay: Stay = 'form',
): Promise<KeptPicture> {
  return withBytes(services, bytes, `Uploaded ${fileName}`, viewer, async (tx, content, known) => {
    const free = known ? await findFree(tx, content.sha256) : null;
    const id = free ?? (await insertRow(tx, File, { fileName, ...content })).id ?? 0;
    await letStay(tx, id, stay);
    return { id, known };
  });
}

/** Puts another picture in a file's place, wherever it is shown. */
export async function replacePicture(
  services: Services,
  viewer: Viewer,
  id: number,
  { bytes, fileName }: SentPicture,
): Promise<void> {
  const summary = `Replaced a picture by ${fileName}`;
  const before = await withBytes(services, bytes, summary, viewer, async (tx, content) => {
    const [old] = await select(
      tx,
      sql<{ key: string }>`select secret_key as key from files where id = ${id} for update`,
    );
    if (!old) throw new AppError('NOT_FOUND', 'There is no such file (any more)');
    // What was cut out of the old picture says nothing about the new one.
    await updateRow(tx, File, { id }, { ...content, crop: null, focalPoint: null });
    return old.key;
  });
  await dropUnusedBytes(services, [before]);
}

/** What of a file's columns follows from its bytes. */
interface Content {
  secretKey: string;
  sha256: string;
  bytes: number;
  mimeType: string;
  width: number;
  height: number;
  color: string;
}

/** Stores bytes before the row that names them is written, and takes them away again when it is not. */
async function withBytes<T>(
  services: Services,
  sent: Buffer,
  summary: string,
  viewer: Viewer,
  write: (tx: Transaction, content: Content, known: boolean) => Promise<T>,
): Promise<T> {
  const { db, storage } = services;
  const { bytes, ...facts } = await readImage(sent);
  // Of what was sent: it is recognized when it is sent again, whatever had to be taken out of it.
  const sha256 = createHash('sha256').update(sent).digest('hex');
  const content = { ...facts, sha256, bytes: bytes.length };
  const known = await db.read<string | null>(
    sql`select (select secret_key from files where sha256 = ${sha256} order by id limit 1) as j`,
  );
  const key = randomBytes(24).toString('base64url');
  if (!known) await storage.put(key, bytes);
  try {
    return await db.change(byViewer(viewer, summary), async (tx) => {
      if (known && (await stays(tx, known))) return write(tx, { ...content, secretKey: known }, true);
      // Their row went meanwhile, and whoever took it may be about to remove the bytes: these have a place of their own.
      if (known) await storage.put(key, bytes);
      return write(tx, { ...content, secretKey: key }, known !== null);
    });
  } catch (error) {
    await dropUnusedBytes(services, [key]).catch(() => {});
    throw error;
  }
}

/** Whether a file still has these bytes; if so, it keeps them until this transaction has ended. */
async function stays(tx: Transaction, key: string): Promise<boolean> {
  const found = await select(tx, sql`select id from files where secret_key = ${key} limit 1 for key share`);
  return found.length > 0;
}

async function findFree(tx: Transaction, sha256: string): Promise<number | null> {
  const [found] = await select(
    tx,
    sql<{ id: number }>`select f.id from files f where f.sha256 = ${sha256} and not ${isUsed(sql`f.id`)}
      order by f.id limit 1 for key share`,
  );
  return found?.id ?? null;
}

/** A form has a day to be saved. What was in the library to stay, stays. */
async function letStay(tx: Transaction, id: number, stay: Stay): Promise<void> {
  const until = stay === 'library' ? sql`'infinity'` : sql`now() + interval '1 day'`;
  await sql`insert into unused_files (file_id, goes_at) values (${id}, ${until})
    on conflict (file_id) do update set goes_at = greatest(unused_files.goes_at, excluded.goes_at)`.execute(
    tx.getKysely(),
  );
}
