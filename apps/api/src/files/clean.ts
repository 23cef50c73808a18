import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { select } from '@cinematheque/db/change';
import { sql } from 'kysely';
import type { Services } from '../context.ts';
import { isUsed } from '../file-uses.ts';
import { dropUnusedBytes } from '../unused-bytes.ts';

type Catalog = Pick<Services, 'db' | 'storage'>;

/** Files that are looked at in one go. */
const BATCH = 1000;
/** What a server is in the middle of storing has no row yet. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes the files whose time has come: those that a form has uploaded and never saved, and those that nothing has
 * shown for 30 days. A file in use never goes. One server does it at a time; gives how many went.
 */
export async function collectUnused(services: Catalog): Promise<number> {
  const used = isUsed(sql`f.id`);
  const summary = 'Removed pictures that nothing shows';
  const keys = await services.db.change({ channel: 'system', summary }, async (tx) => {
    const [lock] = await select(
      tx,
      sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(hashtext('cinematheque unused files')) as ours`,
    );
    if (!lock?.ours) return [];
    await select(tx, sql`delete from unused_files u using files f where f.id = u.file_id and ${used}`);
    await select(
      tx,
      sql`insert into unused_files (file_id, goes_at)
        select f.id, now() + interval '30 days' from files f where not ${used} on conflict do nothing`,
    );
    // Locked before it is looked at again: whoever is about to show one of them waits, and is told that it is gone.
    const due = await select(
      tx,
      sql<{ id: number }>`select f.id from files f join unused_files u on u.file_id = f.id
        where u.goes_at < now() order by f.id limit ${BATCH} for update of f skip locked`,
    );
    return select(
      tx,
      sql<{ key: string }>`delete from files f where f.id = any(${due.map(({ id }) => id)}::int[])
        and not ${used} returning f.secret_key as key`,
    );
  });
  await dropUnusedBytes(
    services,
    keys.map(({ key }) => key),
  );
  return keys.length;
}

export interface StorageState {
  /** Bytes that no file has. */
  orphanedKeys: string[];
  /** Files whose bytes are gone. */
  filesWithoutBytes: { id: number; fileName: string }[];
  /** Files whose bytes are more or fewer than were stored. */
  damagedFiles: { id: number; fileName: string }[];
}

/** Compares the storage with the catalog. */
export async function inspectStorage({ db, storage }: Catalog, now = Date.now()): Promise<StorageState> {
  const stored = new Map<string, number>();
  const old: string[] = [];
  for await (const { key, at, bytes } of storage.list()) {
    stored.set(key, bytes);
    if (now - at.getTime() > DAY) old.push(key);
  }
  const files = await db.read<{ id: number; fileName: string; key: string; bytes: number }[]>(
    sql`select (select coalesce(json_agg(json_build_object('id', id, 'fileName', file_name, 'key', secret_key,
      'bytes', bytes) order by id), '[]') from files) as j`,
  );
  const named = (wrong: (typeof files)[number][]) => wrong.map(({ id, fileName }) => ({ id, fileName }));
  const known = new Set(files.map(({ key }) => key));
  return {
    orphanedKeys: old.filter((key) => !known.has(key)),
    filesWithoutBytes: named(files.filter(({ key }) => !stored.has(key))),
    damagedFiles: named(files.filter(({ key, bytes }) => (stored.get(key) ?? bytes) !== bytes)),
  };
}

/** Removes bytes that no file has; gives how many there were. */
export async function sweepStorage(services: Catalog, now = Date.now()): Promise<number> {
  const { orphanedKeys } = await inspectStorage(services, now);
  await dropUnusedBytes(services, orphanedKeys);
  return orphanedKeys.length;
}

/** Removes made pictures that no address names any more. */
export async function sweepVariants({ db }: Catalog, folder: string): Promise<void> {
  const shelves = await readdir(folder).catch(() => []);
  for (const shelf of shelves) {
    const made = await readdir(join(folder, shelf)).catch(() => []);
    const gone = await db.read<string[]>(sql`select (select coalesce(json_agg(h), '[]')
      from unnest(${made}::text[]) h where not exists (select from files where hash = h)) as j`);
    await Promise.all(gone.map((hash) => rm(join(folder, shelf, hash), { recursive: true, force: true })));
  }
}
