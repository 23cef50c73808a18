import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import pg from 'pg';
import { locks } from './locks.ts';
import { migrations } from './migrations/index.ts';
import { type ReadFrom, readJson } from './read.ts';

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
    await client.query('select pg_advisory_lock($1)', [locks.migration]);
    return await withMigrator(url, async (orm) => {
      const done = await orm.migrator.up({ to });
      return done.map((migration) => migration.name);
    });
  } finally {
    await client.end();
  }
}

/** Migrations that this release does not have: a newer one wrote them. */
export class UnknownMigrations extends Error {}

/**
 * The statements that make the schema as it was after these migrations, for a database where only the migrations'
 * own list is; makes that list where there is none.
 */
export function createStatements(url: string, names: string[]): Promise<string[]> {
  return withMigrator(url, async (orm) => {
    const known = knownMigrations(orm);
    if (names.some((name, place) => known[place]?.name !== name)) throw new UnknownMigrations();
    await orm.migrator.getStorage().ensureTable?.();
    return known.slice(0, names.length).flatMap((migration) => {
      migration.up();
      return migration.getQueries().map(String);
    });
  });
}

const knownMigrations = (orm: MikroORM) =>
  migrations.map((Known) => new Known(orm.em.getDriver(), orm.config));

/** The names of migrations. */
export interface SchemaState {
  /** Those that have not run yet. */
  pending: string[];
  /** Those that have run and that this release does not have. */
  unknown: string[];
}

/** Compares what has run with what this release has. */
export async function compareMigrations(orm: MikroORM, from: ReadFrom): Promise<SchemaState> {
  const known = knownMigrations(orm).map(({ name }) => name);
  const there = await readJson<boolean>(from, sql`select to_regclass('migrations') is not null as j`);
  const done = there
    ? await readJson<string[]>(
        from,
        sql`select coalesce(json_agg(name order by id), '[]') as j from migrations`,
      )
    : [];
  return {
    pending: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
  };
}

/** On connections of its own, because a migration of a large catalog takes longer than any request may. */
async function withMigrator<T>(url: string, work: (orm: MikroORM) => Promise<T>): Promise<T> {
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
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}
