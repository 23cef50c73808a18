import { useState } from 'react';
import type { Line } from './columns.tsx';
import type { Chosen } from './list-props.ts';
import type { ListSearch } from './list-search.ts';

/** The rows that are chosen, over several pages, or all that the list holds as long as it shows the same rows. */
export function useSelection(search: ListSearch) {
  const [lines, setLines] = useState<Line[]>([]);
  const [allOf, setAllOf] = useState<string>();
  const rows = JSON.stringify([search.q, search.filter]);
  const all = allOf === rows;
  const of: Chosen = all ? { all: search } : { ids: lines.map(({ id }) => id) };
  return {
    lines,
    all,
    of,
    isSelected: (line: Line) => all || lines.some(({ id }) => id === line.id),
    /** Chooses rows or leaves them out; out of all, the page's others stay. */
    select(some: Line[], on: boolean) {
      const ids = some.map(({ id }) => id);
      setAllOf(undefined);
      setLines((before) => [...before.filter(({ id }) => !ids.includes(id)), ...(on ? some : [])]);
    },
    selectAll: () => setAllOf(rows),
    clear() {
      setAllOf(undefined);
      setLines([]);
    },
  };
}
