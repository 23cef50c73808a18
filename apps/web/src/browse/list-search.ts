import { searchTextIn } from '@cinematheque/shared/limits';
import { textIn } from '../search-params.ts';

/** The state of a plain list, in its address. */
export interface ListSearch {
  q?: string;
  sort?: string;
  after?: string;
}

/** Keeps what a plain list knows, in the order in which it came. */
export function listSearch(raw: Record<string, unknown>): ListSearch {
  const search: ListSearch = {};
  for (const key of Object.keys(raw)) {
    const value = textIn(raw[key]);
    if (value && (key === 'q' || key === 'sort' || key === 'after')) search[key] = value;
  }
  return search;
}

/** Reads such an address; wrong values are left out and named. */
export function readList<Sort extends string>(
  { q, sort, after }: ListSearch,
  sorts: readonly Sort[],
): { input: { q?: string; sort?: Sort; cursor?: string }; dropped: string[] } {
  const text = q === undefined ? undefined : searchTextIn(q);
  const known = sorts.find((name) => name === sort);
  const dropped = [
    ...(q !== undefined && text === undefined ? ['search text of this length'] : []),
    ...(sort !== undefined && known === undefined ? [`order “${sort.slice(0, 40)}”`] : []),
  ];
  return { input: { q: text || undefined, sort: known, cursor: after?.slice(0, 1000) }, dropped };
}
