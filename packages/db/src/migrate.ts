import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { migrations } from './migrations/index.ts';

/** Any number that nothing else locks; the same for every release. */
const LOCK = 7_215_001;

const application_name = 'cinematheque migrations';

/**
 * Runs what is pending (up to the migration named `to`) and returns the names of what ran. The ORM's migrator takes
 * no lock, so two servers that start together would both run a data migration. One connection of its own holds an
 * advisory lock meanwhile; the others wait and then find nothing left to do.
 */
export async function migrateUnderLock(url: string, to?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await migrate(url, to);
  } finally {
    await client.end();
  }
}

/** On connections of its own, because a migration of a large catalog takes longer than any request may. */
async function migrate(url: string, to?: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'migrations', snapshot: false, silent: true },
    pool: { min: 0, max: 2 },
    driverOptions: { application_name },
  });
  try {
    const done = await orm.migrator.up({ to });
    return done.map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}
