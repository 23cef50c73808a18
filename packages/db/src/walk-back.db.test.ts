import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Transaction } from './change.ts';
import { testDatabase } from './testing/database.ts';
import { empty, fill } from './testing/fill.ts';
import { kinds, randomWrites, type Write } from './testing/random-writes.ts';
import { openHistory, type State } from './testing/walk-back.ts';

const db = await testDatabase();
const [history, statementOf] = [await openHistory(db), await randomWrites(db)];

const write = fc.record<Write>({
  table: fc.nat(10),
  kind: fc.constantFrom(...kinds),
  n: fc.nat(500),
});

/** Transactions, one in six of which is rolled back at its end. */
const plans = fc.array(
  fc.record({
    writes: fc.array(write, { minLength: 1, maxLength: 6 }),
    rollBack: fc.nat(5).map((dice) => dice === 5),
  }),
  { minLength: 4, maxLength: 12 },
);

it('every earlier state can be rebuilt, whatever was written since', { timeout: 120_000 }, async () => {
  const succeeded = new Set<string>();
  await fc.assert(
    fc.asyncProperty(plans, async (transactions) => {
      await empty(db);
      await fill(db, 8);
      const past: { entry: number; state: State }[] = [];

      for (const { writes, rollBack } of transactions) {
        const entry = await history.lastEntry();
        past.push({ entry, state: await history.present() });
        const { changes, revision } = await countsSince(entry);
        const done = db.change({ channel: 'system' }, async (tx) => {
          for (const it of writes) if (await attempt(tx, statementOf(it))) succeeded.add(it.kind);
          if (rollBack) throw new Error('rolled back');
        });
        await (rollBack ? expect(done).rejects.toThrow('rolled back') : done);

        const after = await countsSince(entry);
        if (rollBack) expect(after.entries).toBe(0);
        expect(after.changes).toBe(changes + (after.entries > 0 ? 1 : 0));
        expect(after.revision).toBe(revision + (after.inCatalog > 0 ? 1 : 0));
      }

      const present = await history.present();
      for (const { entry, state } of past)
        expect(await history.walkBack(present, entry)).toEqual(await withoutForgotten(entry, state));
    }),
    { numRuns: 15, interruptAfterTimeLimit: 60_000 },
  );
  expect([...succeeded].sort()).toEqual([...kinds].sort());
});

/** Runs a statement that a constraint may refuse, and then takes back this statement alone. */
async function attempt(tx: Transaction, statement: string): Promise<boolean> {
  await tx.execute('savepoint before');
  try {
    await tx.execute(statement);
    return true;
  } catch (error) {
    if (!refusals.test(codeOf(error))) throw error;
    await tx.execute('rollback to savepoint before');
    return false;
  }
}

/** Constraints, and an upsert that meets one row twice. */
const refusals = /^(23|21000)/;

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const countsSince = (entry: number) =>
  db.read<Record<'changes' | 'revision' | 'entries' | 'inCatalog', number>>(sql`
    select jsonb_build_object('changes', (select count(*) from changes),
      'revision', (select revision from catalog_revision), 'entries', count(*),
      'inCatalog', count(*) filter (where table_name not in ('users', 'favorite_movies'))) as j
    from change_entries where id > ${entry}`);

/** Of an account that was deleted later, the log keeps no more than its key. */
async function withoutForgotten(entry: number, state: State): Promise<State> {
  const ids = await db.read<string[]>(sql`
    select coalesce(jsonb_agg(r ->> 'id'), '[]') as j from change_entries, jsonb_array_elements(rows) r
    where id > ${entry} and table_name = 'users' and operation = 'delete' and r - 'id' = '{}'`);
  const left = new Map(state);
  for (const id of ids) if (left.has(`users ${id}`)) left.set(`users ${id}`, { id });
  return left;
}
