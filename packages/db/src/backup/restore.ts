import type { Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { locks } from '../locks.ts';
import { createStatements, UnknownMigrations } from '../migrate.ts';
import { type DatabaseFacts, prepareSession, target } from './snapshot.ts';

/** Why a database cannot take a backup in, in one line for whoever restores. */
export class RestoreError extends Error {}

/** A database that takes a backup in: all of it at `finish`, or nothing. */
export interface Restore {
  /** Where the rows of a table go, as `Snapshot.rows` gave them. */
  rows(table: string): Writable;
  /** Makes the rest (indexes, foreign keys, sequences) and commits. */
  finish(): Promise<void>;
  /** Takes everything back; after `finish`, only ends the connection. */
  close(): Promise<void>;
}

export interface RestoreOptions {
  /** Removes the catalog that is there; without it, only an empty one is written to. */
  replace: boolean;
  /** Leaves out what signs people and programs in: sessions, one-time links, tokens. */
  signOut: boolean;
}

/**
 * Begins a restore: in one transaction the schema is made as it was when the backup was made, and then filled.
 * Newer migrations run afterwards, as after any update.
 */
export async function beginRestore(
  url: string,
  facts: DatabaseFacts,
  options: RestoreOptions,
): Promise<Restore> {
  const schema = await createStatements(url, facts.migrations).catch((error: unknown) => {
    if (!(error instanceof UnknownMigrations)) throw error;
    throw new RestoreError('The backup was made by a newer version of Cinematheque: install that one first');
  });
  const client = new pg.Client({ connectionString: url, application_name: 'cinematheque restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await prepareSession(client);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [locks.migration]);
    await refuseOthers(client);
    const before = await readPresent(client, facts.migrations[0]);
    if (before.foreign)
      throw new RestoreError('The database holds tables of another program: give the catalog one of its own');
    if (before.rows && !options.replace) {
      throw new RestoreError(
        'The catalog is not empty: --replace removes it and puts the backup in its place',
      );
    }
    await removeAll(client);
    for (const statement of schema) await client.query(statement);
    await client.query(`set local maintenance_work_mem = '256MB'`);
    const later = await takeAwayKeys(client);
    const tables = new Map(facts.tables.map(({ name, columns }) => [name, columns]));
    for (const table of tables.keys()) {
      await client.query(`alter table ${pg.escapeIdentifier(table)} disable trigger user`);
      // What the migrations themselves have written is in the backup, too.
      await client.query(`delete from ${pg.escapeIdentifier(table)}`);
    }
    return {
      rows: (table) => client.query(copyFrom(`copy ${target(table, tables.get(table) ?? [])} from stdin`)),
      async finish() {
        for (const statement of later) await client.query(statement);
        for (const table of tables.keys()) {
          await client.query(`alter table ${pg.escapeIdentifier(table)} enable trigger user`);
        }
        for (const { name, last } of facts.sequences) {
          if (last) await client.query('select setval($1::regclass, $2)', [pg.escapeIdentifier(name), last]);
        }
        if (options.signOut) {
          const signedIn = ['sessions', 'account_tokens', 'api_tokens'].filter((table) => tables.has(table));
          for (const table of signedIn) await client.query(`delete from ${table}`);
        }
        // Answers that were kept of the catalog before must not pass for answers of this one.
        if (before.revision !== null) {
          await client.query('update catalog_revision set revision = greatest(revision, $1::bigint) + 1', [
            before.revision,
          ]);
        }
        await client.query('analyze');
        await client.query('commit');
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** A server would go on with what it remembers of the catalog before. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name = 'cinematheque'`);
  if (rows.length) throw new RestoreError('A server is running on this catalog: stop it first');
}

const ownTables = `select relname from pg_class c where relkind = 'r' and relnamespace = current_schema()::regnamespace
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

interface Present {
  /** Tables, but not ours. */
  foreign: boolean;
  /** Whether the catalog has anything in it. */
  rows: boolean;
  /** Where the catalog's revision stands, if it has anything in it. */
  revision: string | null;
}

async function readPresent(client: pg.Client, oldest: string | undefined): Promise<Present> {
  const { rows: found } = await client.query<{ relname: string }>(ownTables);
  const tables = found.map(({ relname }) => relname).filter((name) => name !== 'migrations');
  const [first] = (await client.query<{ name: string }>('select name from migrations order by id limit 1'))
    .rows;
  if (first?.name !== oldest || !first) return { foreign: tables.length > 0, rows: false, revision: null };
  const written: string[] = [];
  for (const table of ['movies', 'persons', 'directors', 'genres', 'countries', 'files', 'users']) {
    if (!tables.includes(table)) continue;
    const { rows } = await client.query(`select from ${table} limit 1`);
    if (rows.length) written.push(table);
  }
  const revision =
    written.length && tables.includes('catalog_revision')
      ? (await client.query<{ revision: string }>('select revision::text from catalog_revision')).rows[0]
          ?.revision
      : null;
  return { foreign: false, rows: written.length > 0, revision: revision ?? null };
}

/** All that our migrations have made, but for their own list and for what extensions brought. */
async function removeAll(client: pg.Client): Promise<void> {
  await client.query(`do $$ declare name text; begin
    for name in ${ownTables} and relname <> 'migrations' loop execute format('drop table %I cascade', name); end loop;
    for name in select p.oid::regprocedure::text from pg_proc p where pronamespace = current_schema()::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop execute format('drop routine if exists %s cascade', name); end loop;
  end $$`);
  // What a generator that was cut off remembers is of the catalog that goes.
  await client.query('drop schema if exists generating cascade');
}

/** Takes away foreign keys and indexes, to be made in one go of all rows; gives the statements that make them again. */
async function takeAwayKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index join pg_class c on c.oid = indrelid
    where not indisunique and c.relnamespace = current_schema()::regnamespace`);
  for (const { drop } of rows) await client.query(drop);
  // Indexes first: foreign keys are checked with their help.
  return rows
    .map(({ make }) => make)
    .sort((a, b) => Number(a.startsWith('alter')) - Number(b.startsWith('alter')));
}
