import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@cinematheque/db/testing/database';
import { make } from '@cinematheque/db/testing/make';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { catalog } from './testing/catalog.ts';

const DATA_DIR = await mkdtemp(join(tmpdir(), 'cinematheque-doctor-'));
afterAll(() => rm(DATA_DIR, { recursive: true, force: true }));
const db = await testDatabase();
const env = { DATA_DIR, DATABASE_URL: db.url };

/** Bytes as an upload of last week left them. */
async function store(key: string) {
  const folder = join(DATA_DIR, 'files', key.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, key), 'bytes');
  const lastWeek = new Date(Date.now() - 7 * 24 * 3_600_000);
  await utimes(join(folder, key), lastWeek, lastWeek);
}

it('finds and mends what pictures leave behind', { timeout: 240_000 }, async () => {
  const { secretKey } = await make(db).file({ fileName: 'kept.jpg' });
  await db.unlogged(sql`update files set bytes = 5`);
  await store(secretKey);
  await store('nobody-has-these-bytes');
  const dry = await catalog(['doctor', '--dry-run'], env);
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toContain('without a file, found: 1');
  expect(await readdir(join(DATA_DIR, 'files', 'no'))).toHaveLength(1);

  expect((await catalog(['doctor'], env)).out).toMatch(
    /removed: 0[\s\S]+removed: 1[\s\S]+Every file has its picture/,
  );
  expect(await readdir(join(DATA_DIR, 'files', 'no'))).toHaveLength(0);
  expect((await catalog(['doctor'], env)).out).toMatch(/removed: 0[\s\S]+removed: 0/);

  await make(db).file({ fileName: 'lost.jpg' });
  await writeFile(join(DATA_DIR, 'files', secretKey.slice(0, 2), secretKey), 'half');
  await make(db).movie();
  await db.unlogged(sql`update movie_counters set favorites = 7`);
  const lost = await catalog(['doctor', '--dry-run'], env);
  expect(lost).toMatchObject({ code: 1, err: '3 things are wrong\n' });
  expect(lost.out).toMatch(/^WRONG {2}File \d+ \(lost\.jpg\) has lost its picture: /m);
  expect(lost.out).toMatch(/^WRONG {2}File \d+ \(kept\.jpg\) is damaged: /m);
  expect(lost.out).toMatch(/^WRONG {2}1 films have wrong counts/m);

  await db.unlogged(sql`delete from migrations where name = '0013-unused-files'`);
  const old = await catalog(['doctor'], env);
  expect(old).toMatchObject({ code: 1, err: '1 thing is wrong\n' });
  expect(old.out).toContain('The database is not up to date (0013-unused-files): "catalog migrate" mends it');
  await db.unlogged(sql`insert into migrations (name) values ('0013-unused-files'), ('9999-of-tomorrow')`);
  const early = await catalog(['doctor'], env);
  expect(early.out).toContain('The database is of a newer version (9999-of-tomorrow)');
});
