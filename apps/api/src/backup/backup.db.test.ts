import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateUnderLock } from '@cinematheque/db/migrate';
import { type Database, openDatabase } from '@cinematheque/db/open';
import { emptyDatabase, testDatabase } from '@cinematheque/db/testing/database';
import { fill } from '@cinematheque/db/testing/fill';
import { make } from '@cinematheque/db/testing/make';
import { describeSchema } from '@cinematheque/db/testing/schema';
import { startFauxqs } from 'fauxqs';
import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { catalog } from '../cli/testing/catalog.ts';
import { readConfig } from '../config.ts';
import { openStorage } from '../files/storage.ts';
import { dropUnusedBytes } from '../unused-bytes.ts';
import { verifyArchive } from './archive.ts';
import { restoreBackup } from './read.ts';
import { writeBackup } from './write.ts';

// Some of these are processes of their own.
vi.setConfig({ testTimeout: 120_000 });

const home = await mkdtemp(join(tmpdir(), 'cinematheque-backup-'));
afterAll(() => rm(home, { recursive: true, force: true }));
const folder = (name: string) => join(home, name);
const storageIn = (dataDir: string) => openStorage(readConfig({ DATA_DIR: dataDir }), async () => false);

/** A catalog with rows in every table and pictures with bytes. */
async function filled(dataDir: string): Promise<Database> {
  const db = await testDatabase();
  await fill(db);
  await db.unlogged(sql`update files set secret_key = 'key-of-twenty-letters-' || id`);
  const storage = await storageIn(dataDir);
  for (const id of [1, 2, 3, 4, 5])
    await storage.put(`key-of-twenty-letters-${id}`, Buffer.alloc(70_000, id));
  return db;
}

/** A database without connections: a restore refuses one that a server uses. */
async function target(prepare: (db: Database) => Promise<unknown> = async () => {}): Promise<string> {
  const db = await emptyDatabase();
  await prepare(db);
  await db.close();
  return db.url;
}

async function dump(url: string, dataDir: string) {
  const db = await openDatabase({ url });
  const tables = await db.read<string[]>(sql`select json_agg(table_name order by table_name) as j
    from information_schema.tables where table_schema = 'public'`);
  const dumped = {
    generating: await db.read(sql`select to_json(to_regnamespace('generating') is not null) as j`),
    // The source notes that it was backed up when that is done.
    // Sessions and tries, too; files by their names below the folder.
    rows: await db.read(
      sql`select json_build_object(${sql.join(
        tables.map(
          (name) =>
            sql`${sql.lit(name)}, (select coalesce(json_agg(t::text order by t::text), '[]') from ${sql.table(name)} t
              where t::text not like '(backup,%')`,
        ),
      )}) as j`,
    ),
    schema: await describeSchema(db),
    sequences: await db.read(
      sql`select json_agg((sequencename, last_value) order by sequencename) as j from pg_sequences`,
    ),
    pictures: await Promise.all(
      (await readdir(join(dataDir, 'files'), { recursive: true }))
        .sort()
        .filter((name) => name.includes('/'))
        .map(async (name) => [name, (await readFile(join(dataDir, 'files', name))).toString('base64')]),
    ),
  };
  await db.close();
  return dumped;
}

const source = await filled(folder('source'));
const archive = join(home, 'catalog.tar');
const run = (args: string[], DATABASE_URL: string, DATA_DIR = folder('source')) =>
  catalog(args, { DATABASE_URL, DATA_DIR });

const backup = await run(['backup', archive], source.url);

it('writes an archive for its owner, and restores every row and picture on another host', async () => {
  expect(backup).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^Writing tables\nWriting pictures\n$/),
  });
  expect(backup.out).toMatch(/^Wrote .+catalog\.tar: \d\d tables and 5 pictures, 0\.4 MB, in \d+\.\d s\.\n$/);
  expect((await stat(archive)).mode & 0o777).toBe(0o600);

  const url = await target();
  const restored = await run(['restore', archive], url, folder('other'));
  expect(restored).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Restored the catalog as it was at 2/),
  });
  expect(await dump(url, folder('other'))).toEqual(await dump(source.url, folder('source')));

  const db = await openDatabase({ url });
  const film = await make(db).movie({ title: 'After the restore' });
  expect(film.id).toBe(6);
  expect(
    await db.read(sql`select count(*)::int as j from change_entries where table_name = 'movies' and operation = 'insert'
    and rows @> '[{"id": 6}]'`),
    'triggers work again',
  ).toBe(1);
  await db.close();
});

it('takes pictures from a bucket, and restores them into another bucket or onto a disk', async () => {
  const s3 = await startFauxqs({ port: 0, logger: false, init: { buckets: ['here', 'there'] } });
  const bucket = (S3_BUCKET: string) => ({
    ...{ STORAGE: 's3', S3_ENDPOINT: `http://127.0.0.1:${s3.port}`, S3_BUCKET },
    ...{ S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' },
  });
  const open = (env: Record<string, string>) => openStorage(readConfig(env), async () => false);
  const keys = [1, 2, 3, 4, 5].map((id) => `key-of-twenty-letters-${id}`);
  const [disk, here] = [await storageIn(folder('source')), await open(bucket('here'))];
  const stored = await Promise.all(keys.map((key) => disk.read(key)));
  for (const [place, key] of keys.entries()) await here.put(key, stored[place] ?? Buffer.alloc(0));

  const path = join(home, 'bucket.tar');
  const made = await catalog(['backup', path], { DATABASE_URL: source.url, ...bucket('here') });
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('and 5 pictures, 0.4 MB') });
  for (const env of [bucket('there'), { DATA_DIR: folder('from-bucket') }]) {
    const url = await target();
    expect(await catalog(['restore', path], { DATABASE_URL: url, ...env })).toMatchObject({ code: 0 });
    const there = await open(env);
    expect(await Promise.all(keys.map((key) => there.read(key)))).toEqual(stored);
    const db = await openDatabase({ url });
    expect(await db.read(sql`select to_json(array_agg(secret_key order by 1)) as j from files`)).toEqual(
      keys,
    );
    await db.close();
  }
  await s3.stop();
});

async function restore(url: string, path = archive, replace = false, dataDir = folder('directly')) {
  const facts = await verifyArchive(path);
  await restoreBackup({ url, storage: await storageIn(dataDir), path, facts, replace, signOut: false });
}

it('is one moment, whatever is written and removed meanwhile', async () => {
  const dataDir = folder('busy');
  const db = await filled(dataDir);
  const storage = await storageIn(dataDir);
  const secretKey = 'a-picture-that-goes-meanwhile';
  const file = await make(db).file({ secretKey });
  await storage.put(secretKey, Buffer.from('its bytes'));
  const before = await dump(db.url, dataDir);
  const path = join(home, 'busy.tar');
  let writes = 0;
  await writeBackup({
    url: db.url,
    path,
    openStorage: async () => storage,
    async onProgress(step, done) {
      writes += 1;
      await make(db).genre({ name: `Meanwhile ${writes}` });
      if (step === 'tables' || done) return;
      await db.change({ channel: 'system' }, (tx) => tx.execute('delete from files where id = ?', [file.id]));
      await dropUnusedBytes({ db, storage }, [secretKey]);
    },
  });
  expect(writes).toBeGreaterThan(20);
  const url = await target();
  await restore(url, path, false, folder('moment'));
  // Sequences may be ahead of the moment, never behind it.
  expect(await dump(url, folder('moment'))).toEqual({ ...before, sequences: expect.anything() });

  // When no backup is under way, bytes go as ever.
  await dropUnusedBytes({ db, storage }, [secretKey]);
  expect(await storage.read(secretKey)).toBeNull();
  const again = await openDatabase({ url });
  await make(again).genre();
  await again.close();
});

it('restores what an older release wrote, and brings it up to date', async () => {
  const old = await emptyDatabase();
  await migrateUnderLock(old.url, '0008-lists');
  await fill(old);
  await old.unlogged(sql`delete from movies`);
  await old.unlogged(sql`update files set secret_key = 'key-of-twenty-letters-' || id`);
  const path = join(home, 'old.tar');
  expect(await run(['backup', path], old.url)).toMatchObject({ code: 0 });
  const url = await target();
  expect(await run(['restore', path], url, folder('from-old'))).toMatchObject({ code: 0 });
  await old.migrate();
  const [restored, upgraded] = [await dump(url, folder('from-old')), await dump(old.url, folder('source'))];
  expect(restored.schema).toEqual(upgraded.schema);
});

describe('is refused before anything is touched:', async () => {
  const whole = await readFile(archive);
  const facts = JSON.parse(whole.subarray(512, whole.indexOf(0, 512)).toString());
  const text = whole.toString('latin1');
  const at = (needle: string) => text.indexOf(needle);

  /** The archive with some bytes changed; text of the same length. */
  const changed = (from: string, to: string) => Buffer.from(text.replace(from, to), 'latin1');
  const flipped = (place: number) => {
    const copy = Buffer.from(whole);
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  };

  it.each<[string, () => Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /is no backup/],
    ['a text', () => Buffer.from('hello '.repeat(1000)), /is no backup/],
    [
      'an archive of another program',
      () => changed('cinematheque.json', 'cinematheque.yaml'),
      /is no backup|damaged/,
    ],
    ['half of it', () => whole.subarray(0, whole.length / 2), /is damaged or not whole/],
    ['all but the list of checksums', () => whole.subarray(0, at('SHA256SUMS')), /its end is missing/],
    [
      'a byte of a table',
      () => flipped(at('tables/movies/') + 520),
      /is damaged: tables\/movies\/000001\.copy\.gz/,
    ],
    [
      'a byte of a picture',
      () => flipped(at('files/key') + 1000),
      /is damaged: files\/key-of-twenty-letters-1/,
    ],
    ['a byte of a checksum', () => flipped(at('SHA256SUMS') + 600), /is damaged/],
    [
      'a table left out',
      () => Buffer.concat([whole.subarray(0, at('tables/users')), whole.subarray(at('tables/users') + 1024)]),
      /is damaged/,
    ],
    ['a newer format', () => changed('"format": 1', '"format": 2'), /made by a newer version/],
  ])('%s', async (name, bytes, message) => {
    const path = join(home, 'broken.tar');
    await writeFile(path, bytes());
    await expect(verifyArchive(path)).rejects.toThrow(message);
    if (name !== 'half of it') return;
    const outcome = await run(['restore', path], 'postgres://127.0.0.1:1/films', folder('untouched'));
    expect(outcome).toMatchObject({ code: 1, out: '', err: expect.stringMatching(message) });
    await expect(stat(folder('untouched'))).rejects.toThrow('ENOENT');
  });

  it('any byte, wherever it is', async () => {
    // Beyond an entry's bytes there are only zeros up to the next multiple of 512, and nobody reads them.
    const path = join(home, 'flipped.tar');
    for (let n = 1; n <= 60; n += 1) {
      const place = Math.floor((whole.length * n) / 61);
      await writeFile(path, flipped(place));
      const outcome = await verifyArchive(path).then(
        () => 'taken',
        () => 'refused',
      );
      const padding = whole.subarray(Math.floor(place / 512) * 512, Math.ceil((place + 1) / 512) * 512);
      expect(outcome === 'refused' || padding.at(-1) === 0, `byte ${place}`).toBe(true);
    }
  });

  it('what a newer release wrote', async () => {
    const newer = await target(async (db) => {
      await db.migrate();
      await db.unlogged(sql`insert into migrations (name) values ('9999-of-tomorrow')`);
    });
    const path = join(home, 'newer.tar');
    await writeBackup({ url: newer, path, openStorage: () => storageIn(folder('newer')) });
    await expect(restore(await target(), path)).rejects.toThrow('made by a newer version of Cinematheque');
  });

  it('a catalog that is not empty, unless it is to be replaced; and then it is all there or as before', async () => {
    const url = await target(async (db) => {
      await db.migrate();
      await make(db).movie({ title: 'Here before' });
      await db.unlogged(sql`update catalog_revision set revision = 1000`);
      await db.unlogged(sql`create schema generating create table run (done int)`);
    });
    const dataDir = folder('other');
    const before = await dump(url, dataDir);
    await expect(restore(url, archive, false, dataDir)).rejects.toThrow('is not empty: --replace removes it');
    expect(await dump(url, dataDir)).toEqual(before);

    // It breaks when half of it is in.
    const storage = await storageIn(dataDir);
    const broken = { ...storage, put: () => Promise.reject(new Error('The disk is full')) };
    const job = {
      url,
      storage: broken,
      path: archive,
      facts: await verifyArchive(archive),
      replace: true,
      signOut: false,
    };
    await expect(restoreBackup(job)).rejects.toThrow('The disk is full');
    expect(await dump(url, dataDir)).toEqual(before);

    expect(await run(['restore', '--replace', '--sign-out', archive], url, dataDir)).toMatchObject({
      code: 0,
    });
    const [after, wanted] = [await dump(url, dataDir), await dump(source.url, folder('source'))];
    expect(after.schema).toEqual(wanted.schema);
    expect(after.generating, 'an unfinished run would go on with people who are gone').toBe(false);
    const { catalog_revision, ...rows } = Object(after.rows);
    const signedOut = { sessions: [], account_tokens: [], api_tokens: [] };
    expect(rows).toEqual({ ...Object(wanted.rows), ...signedOut, catalog_revision: undefined });
    expect(catalog_revision, 'no answer that was kept of the old catalog passes for one of the new').toEqual([
      expect.stringMatching(/^\(1001,/),
    ]);
  });

  it('a catalog that a server runs on, and a database of another program', async () => {
    const running = await emptyDatabase();
    await running.read(sql`select 1 as j`);
    await expect(restore(running.url)).rejects.toThrow('A server is running on this catalog');
    const foreign = await target((db) => db.unlogged(sql`create table ledger (id int)`));
    await expect(restore(foreign, archive, true)).rejects.toThrow('tables of another program');
  });

  it('is told what it holds', () => {
    expect(facts).toMatchObject({ format: 1, database: { postgres: expect.stringMatching(/^\d\d\.\d+$/) } });
  });
});

describe('catalog backup', () => {
  const named = /^cinematheque-2\d+T\d+Z\.tar$/;

  it('names archives in a folder by the time, and keeps so many', async () => {
    const to = await mkdtemp(join(home, 'archives-'));
    await writeFile(join(to, 'cinematheque-20200101T000000Z.tar'), '');
    await writeFile(join(to, 'cinematheque-notes.tar'), '');
    const outcome = await run(['backup', to, '--keep', '1'], source.url);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.out).toContain('Removed cinematheque-20200101T000000Z.tar.');
    expect(await readdir(to)).toEqual([expect.stringMatching(named), 'cinematheque-notes.tar']);
  });

  it('makes the folder that it is given, as the README names one that no new catalog has', async () => {
    const to = join(home, 'first', 'backups/');
    expect(await run(['backup', to], source.url)).toMatchObject({ code: 0 });
    expect(await readdir(to)).toEqual([expect.stringMatching(named)]);
    const kept = join(home, 'kept');
    expect(await run(['backup', kept, '--keep', '7'], source.url)).toMatchObject({ code: 0 });
    expect(await readdir(kept)).toEqual([expect.stringMatching(named)]);
  });

  it('overwrites nothing, and leaves nothing half-way behind', async () => {
    expect(await run(['backup', archive], source.url)).toMatchObject({ code: 2 });
    const to = join(home, 'nothing.tar');
    const unstored = await run(['backup', to], source.url, folder('no-pictures-here'));
    expect(unstored).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not there, though the catalog has pictures'),
    });
    expect((await readdir(home)).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });
});
