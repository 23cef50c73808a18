import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '../context.ts';
import { collectUnused, sweepStorage, sweepVariants } from './clean.ts';
import { variantsFolder } from './variants.ts';

const HOUR = 60 * 60 * 1000;

/** Cleans up after aborted forms every hour and compares the storage with the catalog every day, until it is stopped. */
export function startHousekeeping(services: Services, log: FastifyBaseLogger): () => Promise<void> {
  let hours = 0;
  let underway = Promise.resolve();
  const round = async () => {
    hours += 1;
    const files = await collectUnused(services);
    if (files) log.info({ files }, 'Removed pictures that nothing shows');
    if (hours % 24) return;
    const keys = await sweepStorage(services);
    if (keys) log.info({ keys }, 'Removed bytes that no file has');
    await sweepVariants(services, variantsFolder(services.config));
  };
  const timer = setInterval(() => {
    underway = underway.then(round).catch((err: unknown) => log.error({ err }));
  }, HOUR);
  return () => {
    clearInterval(timer);
    return underway;
  };
}
