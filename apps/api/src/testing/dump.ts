import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';

/** The content of every table but these: reading a page may prolong a session, and tries are counted. */
const left = ['sessions', 'attempts'];

/** A fingerprint per table, and one of the folder's files. */
export async function dumpOf(db: Database, folder: string): Promise<Record<string, string>> {
  const tables = await db.read<string[]>(sql`select json_agg(table_name order by table_name) as j
    from information_schema.tables where table_schema = 'public' and table_name <> all(${left}::text[])`);
  const digests = tables.map(
    (table) =>
      sql`${sql.lit(table)}, (select md5(string_agg(t::text, ${'\n'} order by t::text)) from ${sql.table(table)} t)`,
  );
  const rows = await db.read<Record<string, string>>(
    sql`select json_build_object(${sql.join(digests)}) as j`,
  );
  return { ...rows, files: await digestOf(folder) };
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  // There is no folder where the storage is another one.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}
