import { type Fields, type Filter, isFilter } from '@cinematheque/shared/filter';
import type { ViewSearch } from '@cinematheque/shared/lists';
import { z } from 'zod';
import type { ListInput } from '../api.ts';

const text = z.string().optional().catch(undefined);

/**
 * The state of a list, as its address has it: what is looked for, the filter as JSON, the order, and where the page
 * begins. `view` is a saved view, which stands for the first three.
 */
export const listSearch = z.object({ q: text, filter: text, sort: text, view: text, after: text });
export type ListSearch = z.infer<typeof listSearch>;

const PAGE = 50;

/** The state that is asked for, with a saved view's in its place while the address says nothing of its own. */
export function stateOf(search: ListSearch, view: ViewSearch | undefined): ListSearch {
  const own = search.q || search.filter || search.sort;
  return own || !view ? search : { ...view, view: search.view, after: search.after };
}

/** A state with another part: always from its first page, and no saved view any more. */
export function changed({ q, filter, sort }: ListSearch, part: Partial<ListSearch>): ListSearch {
  return { q, filter, sort, ...part };
}

/** Whether two states show the same rows in the same order. */
export const isSameState = (one: ListSearch, other: ListSearch): boolean =>
  (['q', 'filter', 'sort'] as const).every((key) => (one[key] || '') === (other[key] || ''));

/** The parts of "-year,title" that this list can be sorted by. */
export function sortsOf(search: ListSearch, sorts: string[]): string[] {
  return (search.sort ?? '').split(',').filter((part) => sorts.includes(part.replace(/^-/, '')));
}

/** The filter that the address has; null for none, and for one that this list does not know. */
export function readFilter<F extends Fields>(fields: F, search: ListSearch): Filter<F> | null {
  if (!search.filter) return null;
  try {
    const filter: unknown = JSON.parse(search.filter);
    return isFilter(fields, filter) ? filter : null;
  } catch {
    return null;
  }
}

/** What the API is asked for a state of the list, but for pages. */
export function listInput<F extends Fields>(search: ListSearch, sorts: string[], fields: F): ListInput<F> {
  const sort = sortsOf(search, sorts);
  const filter = readFilter(fields, search);
  return { ...(search.q && { q: search.q }), ...(filter && { filter }), ...(sort.length && { sort }) };
}

/** What the API is asked for a page. */
export const pageInput = <F extends Fields>(
  search: ListSearch,
  sorts: string[],
  fields: F,
): ListInput<F> => ({
  ...listInput(search, sorts, fields),
  ...(search.after && { cursor: search.after }),
  limit: PAGE,
});

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
