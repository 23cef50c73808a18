import type { Database } from '@cinematheque/db/open';
import type { JobName } from '@cinematheque/shared/system';
import { sql } from 'kysely';

/** Does recurring work and notes how it ended, for the console's System page; its error goes on to whoever asked. */
export async function runJob<Result>(
  db: Database,
  name: JobName,
  work: () => Promise<Result>,
  /** What it did, in a few words. */
  tell: (result: Result) => string,
): Promise<Result> {
  const began = performance.now();
  const note = async (outcome: string | null) => {
    const took = Math.round(performance.now() - began);
    await db
      .unlogged(
        sql`insert into jobs (name, took_ms, outcome) values (${name}, ${took}, ${outcome}) on conflict (name) do update
          set ended_at = now(), took_ms = excluded.took_ms, outcome = excluded.outcome`,
      )
      // What was done is done: a backup is good though its database went away, or is of the release before.
      .catch(() => {});
  };
  const result = await work().catch(async (error: unknown) => {
    await note(null);
    throw error;
  });
  await note(tell(result));
  return result;
}
