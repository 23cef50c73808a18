import { afterAll, inject } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '../open.ts';
import { dropDatabase, onServer, urlOf } from './server.ts';

type Options = Omit<OpenOptions, 'url'>;

/** A migrated database without rows, for one test file alone; gone when the file's tests are over. */
export function testDatabase(options: Options = {}): Promise<Database> {
  return create(`template ${inject('postgres').template}`, options);
}

/** A database with nothing in it, for trying migrations. */
export function emptyDatabase(options: Options = {}): Promise<Database> {
  return create('', options);
}

let made = 0;

async function create(from: string, options: Options): Promise<Database> {
  const { server, prefix } = inject('postgres');
  made += 1;
  const name = `${prefix}_${process.pid}_${Date.now()}_${made}`;
  await onServer(server, `create database ${name} ${from}`);
  const database = await openDatabase({ ...options, url: urlOf(server, name) });
  open.push({ name, database });
  return database;
}

const open: { name: string; database: Database }[] = [];

// Every test file has its own instance of this module, so this runs at its end.
afterAll(async () => {
  const { server } = inject('postgres');
  for (const { name, database } of open.splice(0)) {
    await database.close();
    await dropDatabase(server, name);
  }
});
