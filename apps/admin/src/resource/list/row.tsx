import { Skeleton } from '@cinematheque/ui/skeleton';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { ResourceName } from '../api.ts';
import type { Head, Line } from './columns.tsx';
import styles from './list.module.css';

const SKELETONS = 12;

export interface RowProps {
  line: Line;
  head: Head[];
  name: ResourceName;
  selected: boolean;
  onSelect: (on: boolean) => void;
}

/** A record in the list: its first cell is the link, and a press anywhere follows it. */
export function Row({ line, head, name, selected, onSelect }: RowProps) {
  const navigate = useNavigate();
  const target = { to: '/$resource/$id', params: { resource: name, id: line.id } } as const;

  function press(event: MouseEvent<HTMLElement>) {
    const own = event.target instanceof Element && event.target.closest('a, button, input, label');
    // Text that is being marked is no press.
    if (!own && !getSelection()?.toString()) void navigate(target);
  }

  return (
    <tr className={styles.row} onClick={press} aria-selected={selected}>
      <td className={styles.pick}>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={`Select ${line.title}`}
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </td>
      {line.cells.map((cell, index) => (
        <td key={head[index]?.name} className={cellClass(index, head[index])} data-unit={head[index]?.unit}>
          {index === 0 ? (
            <Link {...target} className={styles.open}>
              {cell}
            </Link>
          ) : (
            cell
          )}
        </td>
      ))}
    </tr>
  );
}

/** Numbers stand to the right; the first cell is what the row is called. */
function cellClass(index: number, head: Head | undefined): string | undefined {
  if (index === 0) return styles.first;
  return head?.numeric ? styles.numeric : undefined;
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
