import type { Transaction } from '@cinematheque/db/change';
import { invalid } from './errors.ts';

/** Runs a write that may take an administrator away; refused, beside this field, when it would leave none. */
export async function keepingAnAdministrator<T>(
  tx: Transaction,
  write: () => Promise<T>,
  field = 'role',
): Promise<T> {
  const active = `select id from users where role = 'admin' and disabled_at is null`;
  // Locked, so that two who demote each other at once do not both succeed.
  await tx.execute(`${active} order by id for update`);
  const result = await write();
  const left = await tx.execute(active);
  if (!left.length) throw invalid({ [field]: 'The last administrator stays: make somebody else one first' });
  return result;
}
