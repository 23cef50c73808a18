import { locks } from '@cinematheque/db/locks';
import { sql } from 'kysely';
import type { Services } from './context.ts';

/**
 * Drops the bytes of rows that are gone, unless another row shows the same picture. What a storage that is away keeps
 * for now is found later, by what files/clean.ts does each day; so is what a backup may still have to read.
 */
export async function dropUnusedBytes(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  secretKeys: string[],
): Promise<void> {
  const unused = await db.read<string[]>(sql`select (select coalesce(json_agg(k), '[]')
    from unnest(${secretKeys}::text[]) k where not exists (select from files f where f.secret_key = k)
      and not exists (select from pg_locks where locktype = 'advisory' and objid = ${locks.backup}
        and database = (select oid from pg_database where datname = current_database()))) as j`);
  await Promise.allSettled(unused.map((key) => storage.remove(key)));
}
