import { sql } from 'kysely';
import { noteCompleteness } from './admin/dashboard.ts';
import type { Services } from './context.ts';
import { collectUnused, sweepStorage, sweepVariants } from './files/clean.ts';
import { variantsFolder } from './files/variants.ts';
import { runJob } from './jobs.ts';

const HOUR = 60 * 60 * 1000;
/** The first round waits until whoever has just started the server has seen a page. */
const FIRST = 60 * 1000;

/** Says when something could not be done. */
type Log = { error(details: { err: unknown }): void };

/**
 * Every hour, until it is stopped: notes how complete the catalog is, cleans up after aborted forms, and once a day
 * compares storage and catalog.
 */
export function startHousekeeping(services: Services, log: Log): () => Promise<void> {
  let underway = Promise.resolve();
  const round = () => {
    underway = keepHouse(services).catch((err: unknown) => log.error({ err }));
    timer = setTimeout(round, HOUR);
  };
  let timer = setTimeout(round, FIRST);
  return () => {
    clearTimeout(timer);
    return underway;
  };
}

/** One round. The day is counted in the database: by all servers, and over restarts. */
export async function keepHouse(services: Services): Promise<void> {
  const { db, config } = services;
  await noteCompleteness(db);
  await runJob(db, 'unusedFiles', () => collectUnused(services), removed);
  const swept = await db.read<boolean>(sql`select exists (
    select from jobs where name = 'storageSweep' and ended_at > now() - interval '23 hours 30 minutes') as j`);
  if (swept) return;
  await runJob(db, 'storageSweep', () => sweepStorage(services), removed);
  await sweepVariants(services, variantsFolder(config));
}

const removed = (pictures: number) =>
  pictures === 1 ? 'Removed 1 picture' : pictures ? `Removed ${pictures} pictures` : 'Nothing to remove';
