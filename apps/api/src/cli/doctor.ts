import type { Database } from '@cinematheque/db/open';
import type { Command } from 'commander';
import { sql } from 'kysely';
import type { Config } from '../config.ts';
import { withServer } from './database.ts';
import { count } from './progress.ts';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'Examines the catalog: its settings, its database, its pictures. Removes stored pictures that are left over.',
    )
    .option('--dry-run', 'only tells what it would do')
    .action(({ dryRun }: { dryRun?: boolean }) => examine(dryRun ?? false));
}

/** One line of the examination. What is wrong is told with what to do. */
type Finding = { fine: boolean; line: string };

const fine = (line: string): Finding => ({ fine: true, line });
const wrong = (line: string): Finding => ({ fine: false, line });

async function examine(dryRun: boolean): Promise<void> {
  let problems = 0;
  await withServer(async ({ url, config }) => {
    const { openDatabase } = await import('@cinematheque/db/open');
    const db = await openDatabase({ url, poolSize: 2 });
    for await (const { fine, line } of findings(db, config, dryRun)) {
      console.log(`${fine ? '  ok   ' : 'WRONG  '}${line}`);
      if (!fine) problems += 1;
    }
    await db.close();
  });
  if (problems === 1) throw new Error('1 thing is wrong');
  if (problems) throw new Error(`${count(problems)} things are wrong`);
}

async function* findings(db: Database, config: Config, dryRun: boolean): AsyncGenerator<Finding> {
  // Whatever is wrong with them has ended the command already.
  yield fine('The settings can be used');
  yield await databaseVersion(db);
  const schema = await migrations(db);
  yield schema;
  if (!schema.fine) return;
  yield await indexes(db);
  yield await counters(db);
  yield* pictures(db, config, dryRun);
}

async function databaseVersion(db: Database): Promise<Finding> {
  const { version, encoding } = await db.read<{ version: string; encoding: string }>(
    sql`select json_build_object('version', split_part(current_setting('server_version'), ' ', 1),
      'encoding', current_setting('server_encoding')) as j`,
  );
  if (Number.parseInt(version, 10) < 15)
    return wrong(`PostgreSQL ${version} is too old: it must be 15 or newer`);
  if (encoding !== 'UTF8') return wrong(`The database is encoded in ${encoding}: make one in UTF8`);
  return fine(`PostgreSQL ${version} answers`);
}

async function migrations(db: Database): Promise<Finding> {
  const { pending, unknown } = await db.schemaState();
  if (unknown.length) {
    return wrong(`The database is of a newer version (${unknown.join(', ')}): install that one`);
  }
  if (pending.length)
    return wrong(`The database is not up to date (${pending.join(', ')}): "catalog migrate" mends it`);
  return fine('The database is up to date');
}

/** What an interrupted or failed rebuilding leaves: it costs with every write and serves no read. */
async function indexes(db: Database): Promise<Finding> {
  const broken = await db.read<string[]>(
    sql`select coalesce(json_agg(indexrelid::regclass::text), '[]') as j from pg_index where not indisvalid`,
  );
  return broken.length
    ? wrong(`Indexes are not valid (${broken.join(', ')}): "reindex index ..." in PostgreSQL mends them`)
    : fine('All indexes are valid');
}

/** Hearts and credits are counted as they come and go; here they are counted anew. */
async function counters(db: Database): Promise<Finding> {
  const films = await db.read<number>(sql`select count(*)::int as j from movies m
    left join movie_counters c on c.movie_id = m.id
    where (c.favorites, c.credits) is distinct from (
      (select count(*)::int from favorite_movies f where f.movie_id = m.id),
      (select count(*)::int from movie_persons p where p.movie_id = m.id))`);
  return films
    ? wrong(`${count(films)} films have wrong counts of hearts or credits`)
    : fine('All counts are right');
}

async function* pictures(db: Database, config: Config, dryRun: boolean): AsyncGenerator<Finding> {
  const { collectUnused, inspectStorage, sweepStorage, sweepVariants } = await import('../files/clean.ts');
  const { openStorage } = await import('../files/storage.ts');
  const { variantsFolder } = await import('../files/variants.ts');
  const storage = await openStorage(config, () => db.read(sql`select exists (select from files) as j`));
  const services = { db, storage };
  if (!dryRun) {
    yield fine(`Pictures that nothing shows, removed: ${await collectUnused(services)}`);
    await sweepVariants(services, variantsFolder(config));
  }
  const { orphanedKeys, filesWithoutBytes, damagedFiles } = await inspectStorage(services);
  if (!dryRun) await sweepStorage(services);
  yield fine(`Stored pictures without a file, ${dryRun ? 'found' : 'removed'}: ${orphanedKeys.length}`);
  const mend = 'replace it in the console, or restore a backup';
  for (const { id, fileName } of filesWithoutBytes) {
    yield wrong(`File ${id} (${fileName}) has lost its picture: ${mend}`);
  }
  for (const { id, fileName } of damagedFiles) yield wrong(`File ${id} (${fileName}) is damaged: ${mend}`);
  if (!filesWithoutBytes.length && !damagedFiles.length) yield fine('Every file has its picture');
}
