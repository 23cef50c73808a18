import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Check } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { later } from '../../later.ts';
import styles from './cell.module.css';
import type { Head, Line } from './columns.tsx';
import type { ListSource } from './list-props.ts';

const CellEditor = later(() => import('./cell-editor.tsx'));

/** The one cell that is being edited, or has just been saved. */
export interface CellState {
  id: string;
  column: string;
  saved: boolean;
}

export interface CellProps {
  source: ListSource;
  head: Head;
  line: Line;
  /** Null where another cell has it. */
  state: CellState | null;
  onState: (state: CellState | null, moveDown?: boolean) => void;
  children: ReactNode;
}

/** A cell that can be edited in its place: Enter or a press begins. */
export function Cell({ source, head, line, state, onState, children }: CellProps) {
  const { edit: field } = head;
  if (!field || field.kind === 'check') return children;
  const own = { id: line.id, column: head.name };
  if (state && !state.saved) {
    return (
      <Suspense fallback={children}>
        <CellEditor
          source={source}
          field={field}
          id={line.id}
          title={line.title}
          onSaved={() => onState({ ...own, saved: true }, true)}
          onClose={() => onState(null)}
        />
      </Suspense>
    );
  }
  return (
    <button
      type="button"
      className={styles.cell}
      data-cell={`${line.id} ${head.name}`}
      onClick={() => onState({ ...own, saved: false })}
    >
      <span className={styles.value}>{children}</span>
      <VisuallyHidden>
        Edit {head.header.toLowerCase()} of {line.title}
      </VisuallyHidden>
      {state?.saved && <Check className={styles.tick} size={16} aria-label="Saved" />}
    </button>
  );
}
