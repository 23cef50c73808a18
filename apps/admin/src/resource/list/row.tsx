import { Skeleton } from '@cinematheque/ui/skeleton';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { Cell, type CellState } from './cell.tsx';
import { cellLook } from './cell-look.ts';
import { type Head, type Line, unitOf } from './columns.tsx';
import styles from './list.module.css';
import type { ListSource } from './list-props.ts';
import type { ListSearch } from './list-search.ts';

const SKELETONS = 12;

export interface RowProps {
  source: ListSource;
  line: Line;
  head: Head[];
  widths: Record<string, number>;
  /** The list's address: the record knows by it who is next. */
  from: ListSearch;
  selected: boolean;
  onSelect: (on: boolean) => void;
  cell: CellState | null;
  onCell: (state: CellState | null, moveDown?: boolean) => void;
}

/** A record in the list: its name is the link, and a press anywhere follows it. */
export function Row({ source, line, head, widths, from, selected, onSelect, cell, onCell }: RowProps) {
  const navigate = useNavigate();
  const target = {
    to: '/$resource/$id',
    params: { resource: source.name, id: line.id },
    search: { ...from, after: undefined },
  } as const;

  function press(event: MouseEvent<HTMLElement>) {
    const own =
      event.target instanceof Element && event.target.closest('a, button, input, select, textarea, label');
    // Text that is being marked is no press.
    if (!own && !cell && !getSelection()?.toString()) void navigate(target);
  }

  return (
    <tr className={styles.row} onClick={press} aria-selected={selected} data-row={line.id}>
      <td className={styles.pick}>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={`Select ${line.title}`}
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </td>
      {head.map((column) => (
        <td
          key={column.name}
          {...cellLook(column, widths[column.name])}
          data-unit={unitOf(column, line.cells[column.name])}
        >
          {column.main ? (
            <Link {...target} className={styles.open} data-open="">
              {line.cells[column.name]}
            </Link>
          ) : (
            <Cell
              source={source}
              head={column}
              line={line}
              state={cell?.column === column.name ? cell : null}
              onState={onCell}
            >
              {line.cells[column.name]}
            </Cell>
          )}
        </td>
      ))}
    </tr>
  );
}

/** Rows of the real height, while the first ones are on their way. */
export function BoneRows({ columns }: { columns: number }) {
  return Array.from({ length: SKELETONS }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns + 1 }, (_, column) => (
        <td key={column} className={column ? undefined : styles.pick}>
          <Skeleton />
        </td>
      ))}
    </tr>
  ));
}
