import { useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ResourceName } from '../api.ts';
import type { Head } from './columns.tsx';
import styles from './list.module.css';
import { type ListSearch, sortsOf, toggleSort } from './list-search.ts';

export interface HeadRowProps {
  head: Head[];
  name: ResourceName;
  search: ListSearch;
  all: boolean;
  onAll: (all: boolean) => void;
}

/** The columns' names; a press sorts by one, Shift and a press by one more. */
export function HeadRow({ head, name, search, all, onAll }: HeadRowProps) {
  const navigate = useNavigate();
  const sort = sortsOf(
    search,
    head.flatMap((column) => column.sort ?? []),
  );
  const sortBy = (column: string, add: boolean) =>
    void navigate({
      to: '/$resource',
      params: { resource: name },
      search: { q: search.q, sort: toggleSort(sort, column, add) },
      replace: true,
    });
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.pick}>
          <input
            type="checkbox"
            className={styles.box}
            aria-label="Select all on this page"
            checked={all}
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
              className={column.numeric ? styles.numeric : undefined}
              aria-sort={direction}
            >
              {column.sort ? (
                <button
                  type="button"
                  className={styles.sort}
                  title="Sort; with Shift by this column too"
                  onClick={(event) => sortBy(column.name, event.shiftKey)}
                >
                  {column.header}
                  {part && <Arrow size={14} aria-hidden="true" />}
                  {part && sort.length > 1 && <span className={styles.place}>{sort.indexOf(part) + 1}</span>}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
