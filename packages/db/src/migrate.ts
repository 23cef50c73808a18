import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

/** Any number that nothing else locks; the same for every release. */
const LOCK = 7_215_001;

/**
 * The ORM's migrator takes no lock, so two servers that start together would both run a data migration. One
 * connection of its own holds an advisory lock meanwhile; the others wait and then find nothing left to do.
 */
export async function migrateUnderLock(orm: MikroORM, url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'cinematheque migrations' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await orm.migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
