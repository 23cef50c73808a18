import { pageInput } from '@cinematheque/shared/resource';
import { z } from 'zod';
import type { SortKey } from '../page.ts';

/** The input of a public list: { q?, sort?, cursor?, limit? } with the list's own sorts. */
export const listInput = <Sort extends string>(sorts: Record<Sort, SortKey>) =>
  z.strictObject({ ...pageInput, sort: z.literal(namesOf(sorts)).optional() }).default({});

/** The names of a list's sorts, typed. */
function namesOf<Sort extends string>(sorts: Record<Sort, SortKey>): Sort[] {
  const names: Sort[] = [];
  for (const name in sorts) names.push(name);
  return names;
}
