import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { locks } from '../locks.ts';

/** What a backup says of the database that it was made of. */
export interface DatabaseFacts {
  /** PostgreSQL's version, such as "18.4". */
  postgres: string;
  /** The names of the migrations that have run, in their order. */
  migrations: string[];
  /** Every table, with the columns whose values are stored and not computed. */
  tables: { name: string; columns: string[] }[];
  /** The last number that each sequence gave; null when it gave none yet. */
  sequences: { name: string; last: string | null }[];
}

/** The whole database at one moment, however long it takes to read it. */
export interface Snapshot {
  facts: DatabaseFacts;
  /** The rows of a table in PostgreSQL's text format of COPY: one a line, tabs between the values, \N for null. */
  rows(table: string): Readable;
  /** The keys of all stored pictures, each once. */
  fileKeys: string[];
  close(): Promise<void>;
}

/**
 * Opens a snapshot on a connection of its own. Others go on writing; while it is open, no bytes of pictures are
 * removed that it may name.
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, application_name: 'cinematheque backup' });
  // A connection that is lost fails the statement that is under way, or the next one.
  client.on('error', () => {});
  await client.connect();
  try {
    await prepareSession(client);
    // Before the snapshot: whoever then removes a row sees the lock before it removes the row's bytes.
    await client.query('select pg_advisory_lock_shared($1)', [locks.backup]);
    await client.query('begin isolation level repeatable read read only');
    const facts = await readFacts(client);
    const files = await client.query<{ key: string }>(
      'select distinct secret_key as key from files order by 1',
    );
    const columnsOf = new Map(facts.tables.map(({ name, columns }) => [name, columns]));
    return {
      facts,
      fileKeys: files.rows.map(({ key }) => key),
      rows: (table) => client.query(copyTo(`copy ${target(table, columnsOf.get(table) ?? [])} to stdout`)),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Values are written and read alike on every server, and a backup may take as long as it likes. */
export async function prepareSession(client: pg.Client): Promise<void> {
  await client.query(`set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres';
    set statement_timeout to 0; set idle_in_transaction_session_timeout to 0; set lock_timeout to 0`);
}

/** A table and its columns, as COPY wants them. */
export const target = (table: string, columns: string[]): string =>
  `${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;

async function readFacts(client: pg.Client): Promise<DatabaseFacts> {
  const { rows } = await client.query<{ j: DatabaseFacts }>(`select jsonb_build_object(
    'postgres', split_part(current_setting('server_version'), ' ', 1),
    'migrations', (select jsonb_agg(name order by id) from migrations),
    'tables', (select jsonb_agg(jsonb_build_object('name', c.relname, 'columns', (
        select jsonb_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''))
        order by c.relname) from pg_class c
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace),
    'sequences', (select jsonb_agg(jsonb_build_object('name', sequencename, 'last', last_value::text)
      order by sequencename) from pg_sequences where schemaname = current_schema())) as j`);
  const [row] = rows;
  if (!row) throw new Error('The database says nothing of itself');
  return row.j;
}
