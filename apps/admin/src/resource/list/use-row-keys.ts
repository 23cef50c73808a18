import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';

export interface RowKeysOptions {
  /** Selects or leaves the row with this id. */
  onSelect: (id: string) => void;
  isGrid: boolean;
}

const opens = () => [...document.querySelectorAll<HTMLElement>('#main [data-open]')];
const current = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

/** Puts the focus on the name of the row that is so many further. */
function step(by: 1 | -1): void {
  const all = opens();
  const row = current();
  const at = all.findIndex((open) => row?.contains(open));
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  all[next]?.focus();
}

/** The keys of rows: j and k move, x selects. Enter is the link's own; Space is handled where the rows are drawn. */
export function useRowKeys({ onSelect, isGrid }: RowKeysOptions): void {
  const select = () => {
    const id = current()?.dataset.row;
    if (id) onSelect(id);
  };
  useShortcuts([
    { keys: 'j', label: 'Next row', group: 'List', run: () => step(1) },
    { keys: 'k', label: 'Row before', group: 'List', run: () => step(-1) },
    { keys: 'x', label: 'Select the row', group: 'List', run: select },
    { keys: 'Enter', label: 'Open the row', group: 'List' },
    { keys: 'Space', label: isGrid ? 'Select the picture' : 'Look at the row', group: 'List' },
  ]);
}
