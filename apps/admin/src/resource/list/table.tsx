import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { useState } from 'react';
import type { CellState } from './cell.tsx';
import type { Head, Line } from './columns.tsx';
import { HeadRow } from './head-row.tsx';
import styles from './list.module.css';
import type { ListPageProps } from './list-props.ts';
import type { ListSearch } from './list-search.ts';
import { BoneRows, Row } from './row.tsx';

export interface TableProps extends Pick<ListPageProps, 'source' | 'search' | 'page' | 'lines'> {
  head: Head[];
  from: ListSearch;
  isSelected: (line: Line) => boolean;
  onSelect: (lines: Line[], on: boolean) => void;
  onSort: (sort: string) => void;
  onPeek: (id: string) => void;
  /** How wide columns are, by name, in pixels. */
  widths: Record<string, number>;
  onWidths: (widths: Record<string, number>) => void;
}

/** Puts the focus on the same cell, of this row or the next one. */
function focusCell(id: string, column: string, down: boolean): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-row="${id}"]`);
    const next = down ? (row?.nextElementSibling ?? row) : row;
    next?.querySelector<HTMLElement>(`[data-cell$=" ${column}"]`)?.focus();
  });
}

/** The rows of a list as a table. */
export function Table({
  source,
  search,
  page,
  lines,
  head,
  from,
  isSelected,
  onSelect,
  onSort,
  onPeek,
  widths: kept,
  onWidths,
}: TableProps) {
  const [cell, setCell] = useState<CellState | null>(null);
  const [dragged, setDragged] = useState<Record<string, number>>({});
  const widths = { ...kept, ...dragged };
  const what = source.label.toLowerCase();
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={`Table of ${what}`}
      onKeyDown={(event) => {
        const row = event.target instanceof HTMLElement && event.target.closest<HTMLElement>('[data-row]');
        if (event.key !== ' ' || !row || document.activeElement?.matches('[data-open]') !== true) return;
        event.preventDefault();
        onPeek(row.dataset.row ?? '');
      }}
    >
      <table className={styles.table} aria-busy={page.isFetching}>
        <HeadRow
          {...{ head, search, onSort }}
          widths={widths}
          onDrag={(name, width) => setDragged({ [name]: width })}
          onWidth={(name, width) => {
            setDragged({});
            const { [name]: _, ...others } = kept;
            onWidths(width ? { ...others, [name]: width } : others);
          }}
          sorts={source.sorts}
          all={lines?.every(isSelected)}
          onAll={(all) => onSelect(lines ?? [], all)}
        />
        <tbody className={page.isPlaceholderData ? styles.old : undefined}>
          {lines ? (
            lines.map((line) => (
              <Row
                key={line.id}
                {...{ source, line, head, widths, from }}
                selected={isSelected(line)}
                onSelect={(on) => onSelect([line], on)}
                cell={cell?.id === line.id ? cell : null}
                onCell={(next, moveDown = false) => {
                  setCell(next);
                  if (!next || next.saved) focusCell(line.id, (next ?? cell)?.column ?? '', moveDown);
                }}
              />
            ))
          ) : (
            <BoneRows columns={head.length} />
          )}
        </tbody>
      </table>
      {!lines && (
        <VisuallyHidden>
          <span role="status">Loading {what}</span>
        </VisuallyHidden>
      )}
    </div>
  );
}
