import { rmSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { BackupReport } from '../backup/write.ts';
import { withServer } from './database.ts';
import { WrongUse } from './failure.ts';
import { fromCaller } from './paths.ts';
import { count, createProgress } from './progress.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      'Writes the whole catalog, its database and its pictures, as it is at this moment into one tar archive. The ' +
        'server may run meanwhile. The archive holds addresses and hashes of passwords: keep it as you keep those.',
    )
    .argument(
      '<file>',
      'the archive to write; or a folder, such as backups/, in which it is named by the time',
    )
    .option('--keep <number>', 'in a folder: removes the oldest archives beyond so many', amount)
    .action(backUp);
}

function amount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('A whole number from 1.');
  return value;
}

/** Sorts by time. */
const nameOf = (at: Date) => `cinematheque-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.tar`;
const named = /^cinematheque-\d{8}T\d{6}Z\.tar$/;

async function backUp(to: string, { keep }: { keep?: number }): Promise<void> {
  const given = fromCaller(to);
  const there = await stat(given).catch(() => null);
  if (there && !there.isDirectory()) throw new WrongUse(`${given} is there already: choose another name`);
  const isFolder = there !== null || keep !== undefined || to.endsWith('/');
  // For its owner alone, as the archives are.
  if (isFolder && !there) await mkdir(given, { recursive: true, mode: 0o700 });
  const path = isFolder ? join(given, nameOf(new Date())) : given;
  if (!isFolder && !(await stat(dirname(path)).catch(() => null)))
    throw new WrongUse(`There is no folder ${dirname(path)}`);

  const { openDatabase } = await import('@cinematheque/db/open');
  const { openStorage } = await import('../files/storage.ts');
  const { runJob } = await import('../jobs.ts');
  const { writeBackup } = await import('../backup/write.ts');
  // However this process ends, half an archive is none.
  process.on('exit', () => rmSync(`${path}.part`, { force: true }));
  const progress = createProgress();
  const start = performance.now();
  const report = await withServer(async ({ url, config }) => {
    const work = () =>
      writeBackup({
        url,
        path,
        openStorage: (expectFiles) => openStorage(config, async () => expectFiles),
        onProgress: (step, done, total) =>
          progress.show(step === 'tables' ? 'Writing tables' : 'Writing pictures', done, total),
      });
    const db = await openDatabase({ url });
    return runJob(db, 'backup', work, contents).finally(() => db.close());
  }).finally(() => progress.end());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Wrote ${path}: ${contents(report)}, in ${seconds} s.`);
  if (report.lost) {
    console.error(`${count(report.lost)} pictures were lost before: "catalog doctor" names them.`);
  }
  if (keep) await removeOld(dirname(path), keep);
}

function contents({ tables, pictures, bytes }: BackupReport): string {
  const all = pictures === 1 ? '1 picture' : `${count(pictures)} pictures`;
  return `${tables} tables and ${all}, ${megabytes(bytes)} MB`;
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

async function removeOld(folder: string, keep: number): Promise<void> {
  const archives = (await readdir(folder)).filter((name) => named.test(name)).sort();
  for (const name of archives.slice(0, -keep)) {
    await rm(join(folder, name));
    console.log(`Removed ${basename(name)}.`);
  }
}
