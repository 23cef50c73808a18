import { ArrowDown, ArrowUp } from 'lucide-react';
import { cellLook } from './cell-look.ts';
import { ColumnWidth } from './column-width.tsx';
import type { Head } from './columns.tsx';
import styles from './list.module.css';
import { type ListSearch, sortsOf, toggleSort } from './list-search.ts';

export interface HeadRowProps {
  head: Head[];
  search: ListSearch;
  sorts: string[];
  onSort: (sort: string) => void;
  widths: Record<string, number>;
  onDrag: (name: string, width: number) => void;
  onWidth: (name: string, width: number | undefined) => void;
  /** Whether all rows are selected; absent until there are any. */
  all: boolean | undefined;
  onAll: (all: boolean) => void;
}

/** The columns' names; a press sorts by one, Shift and a press by one more. */
export function HeadRow({ head, search, sorts, onSort, widths, onDrag, onWidth, all, onAll }: HeadRowProps) {
  const sort = sortsOf(search, sorts);
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.pick}>
          <input
            type="checkbox"
            className={styles.box}
            aria-label="Select all on this page"
            checked={all ?? false}
            disabled={all === undefined}
            onChange={(event) => onAll(event.target.checked)}
          />
        </th>
        {head.map((column) => {
          const part = sort.find((entry) => entry.replace(/^-/, '') === column.sort);
          const direction = part ? (part.startsWith('-') ? 'descending' : 'ascending') : undefined;
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
          return (
            <th
              key={column.name}
              scope="col"
              {...cellLook(column, widths[column.name])}
              aria-sort={direction}
            >
              {column.sort ? (
                <button
                  type="button"
                  className={styles.sort}
                  title="Sort; with Shift by this column too"
                  onClick={(event) => onSort(toggleSort(sort, column.name, event.shiftKey))}
                >
                  {column.header}
                  {part && <Arrow size={14} aria-hidden="true" />}
                  {part && sort.length > 1 && <span className={styles.place}>{sort.indexOf(part) + 1}</span>}
                </button>
              ) : (
                column.header
              )}
              <ColumnWidth
                header={column.header}
                width={widths[column.name]}
                onDrag={(width) => onDrag(column.name, width)}
                onWidth={(width) => onWidth(column.name, width)}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
