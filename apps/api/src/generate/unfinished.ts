import { run } from '@cinematheque/db/bulk';
import { select, type Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import type { Sizes } from './setup.ts';

/*
 * What an unfinished run has to remember is in the schema `generating`, which is there from its first step to its last:
 * its numbers, and the ids that later steps need. Its tables are ordinary ones: others would be empty after a crash.
 */

/** A run that is under way or was cut off. */
export interface UnfinishedRun extends Sizes {
  /** How many of its steps are done. */
  done: number;
}

/** Another run has to be finished or discarded first. */
export class OtherRunUnfinished extends Error {
  readonly unfinished: UnfinishedRun;

  constructor(unfinished: UnfinishedRun) {
    super('Another run is unfinished');
    this.unfinished = unfinished;
  }
}

/** Waits until no other transaction generates, keeps others waiting to the end of this one, and finds what is unfinished. */
export async function findUnfinished(tx: Transaction): Promise<UnfinishedRun | undefined> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtext('cinematheque generate'))`);
  const schemas = await select(tx, sql`select from pg_namespace where nspname = 'generating'`);
  if (!schemas.length) return undefined;
  const [found] = await select(
    tx,
    sql<UnfinishedRun>`select movies, persons, characters, seed, done from generating.run`,
  );
  return found;
}

/** Remembers that a run has begun. */
export async function remember(tx: Transaction, sizes: Sizes): Promise<void> {
  const { movies, persons, characters, seed } = sizes;
  await run(tx, sql`create schema generating`);
  await run(
    tx,
    sql`create table generating.run as select ${movies}::int as movies, ${persons}::int as persons,
      ${characters}::int as characters, ${seed}::int as seed, 0 as done`,
  );
}

/** Remembers that one more step is done. */
export const advance = (tx: Transaction) => run(tx, sql`update generating.run set done = done + 1`);

/** Forgets the run; what it has made stays. */
export const forget = (tx: Transaction) => run(tx, sql`drop schema generating cascade`);
