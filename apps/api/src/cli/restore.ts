import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { withServer } from './database.ts';
import { WrongUse } from './failure.ts';
import { fromCaller } from './paths.ts';
import { createProgress } from './progress.ts';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'Puts a backup into an empty catalog: on any host, on any supported PostgreSQL. The archive is checked to its ' +
        'end before anything is touched; the rows come all at once or not at all. Stop the server first.',
    )
    .argument('<file>', 'an archive that "catalog backup" has written')
    .option('--replace', 'removes the catalog that is there')
    .option('--sign-out', 'ends all sessions, one-time links and tokens of the time of the backup')
    .action(restore);
}

async function restore(from: string, options: { replace?: boolean; signOut?: boolean }): Promise<void> {
  const { replace = false, signOut = false } = options;
  const path = fromCaller(from);
  if (!(await stat(path).catch(() => null))?.isFile()) throw new WrongUse(`There is no file ${path}`);
  const { openStorage } = await import('../files/storage.ts');
  const { restoreBackup } = await import('../backup/read.ts');
  const { verifyArchive } = await import('../backup/archive.ts');
  const progress = createProgress();
  const start = performance.now();
  progress.show('Checking the backup');
  const facts = await verifyArchive(path).finally(() => progress.end());
  await withServer(async ({ url, config }) => {
    // Nothing is expected in the place of the pictures: they come out of the archive.
    const storage = await openStorage(config, async () => false);
    await restoreBackup({
      url,
      storage,
      path,
      facts,
      replace,
      signOut,
      onProgress: (step) => progress.show(step),
    });
    progress.show('Bringing the database up to date');
    const { migrateUnderLock } = await import('@cinematheque/db/migrate');
    await migrateUnderLock(url);
  }).finally(() => progress.end());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { at, database } = facts;
  console.log(
    `Restored the catalog as it was at ${at} (PostgreSQL ${database.postgres}) in ${seconds} s. Start the server now.`,
  );
}
