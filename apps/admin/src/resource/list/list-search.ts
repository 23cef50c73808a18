import { z } from 'zod';
import type { ListInput } from '../api.ts';

/** The state of a list, as its address has it: what is looked for, the order, and where the page begins. */
export const listSearch = z.object({
  q: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});
export type ListSearch = z.infer<typeof listSearch>;

const PAGE = 50;

/** The parts of "-year,title" that this list can be sorted by. */
export function sortsOf(search: ListSearch, sorts: string[]): string[] {
  return (search.sort ?? '').split(',').filter((part) => sorts.includes(part.replace(/^-/, '')));
}

/** What the API is asked for a state of the list. */
export function listInput(search: ListSearch, sorts: string[]): ListInput {
  const sort = sortsOf(search, sorts);
  return {
    ...(search.q && { q: search.q }),
    ...(sort.length && { sort }),
    ...(search.after && { cursor: search.after }),
    limit: PAGE,
  };
}

/**
 * The order after a press on a column: by it alone, or by it too with Shift; a column that is sorted by already turns
 * round.
 */
export function toggleSort(sort: string[], name: string, add: boolean): string {
  const at = sort.findIndex((part) => part.replace(/^-/, '') === name);
  const next = sort[at] === name ? `-${name}` : name;
  if (!add) return next;
  return (at < 0 ? [...sort, next] : sort.with(at, next)).join(',');
}
