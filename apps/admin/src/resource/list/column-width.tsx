import { columnWidth } from '@cinematheque/shared/lists';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './column-width.module.css';

declare module 'react' {
  interface CSSProperties {
    /** How wide a column is that somebody has set. */
    '--column'?: string;
  }
}

const STEP = 16;

const within = (width: number) => Math.round(Math.min(columnWidth.max, Math.max(columnWidth.min, width)));

export interface ColumnWidthProps {
  /** What the column is called. */
  header: string;
  /** Undefined while it is as wide as what it holds. */
  width: number | undefined;
  /** Follows the pointer; nothing is kept yet. */
  onDrag: (width: number) => void;
  /** Undefined lets it be as wide as what it holds again. */
  onWidth: (width: number | undefined) => void;
}

/** The edge of a column: dragged, or moved by the arrows, it makes the column wider; a double press lets it go. */
export function ColumnWidth({ header, width, onDrag, onWidth }: ColumnWidthProps) {
  const drag = useRef<{ from: number; width: number } | null>(null);
  const drawn = (edge: HTMLElement) => edge.parentElement?.getBoundingClientRect().width ?? 0;

  function begin(event: PointerEvent<HTMLElement>) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, width: drawn(event.currentTarget) };
  }

  const dragged = (event: PointerEvent) =>
    drag.current && within(drag.current.width + event.clientX - drag.current.from);

  function move(event: PointerEvent) {
    const to = dragged(event);
    if (to) onDrag(to);
  }

  function end(event: PointerEvent) {
    const to = drag.current?.from === event.clientX ? null : dragged(event);
    drag.current = null;
    if (to) onWidth(to);
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (!step && event.key !== 'Home') return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(step ? within((width ?? drawn(event.currentTarget)) + step) : undefined);
  }

  return (
    <span
      role="separator"
      tabIndex={0}
      className={styles.edge}
      aria-orientation="vertical"
      aria-label={`Width of ${header}`}
      aria-valuemin={columnWidth.min}
      aria-valuemax={columnWidth.max}
      aria-valuenow={width ?? columnWidth.min}
      aria-valuetext={width ? `${width} pixels` : 'As wide as what it holds'}
      title="Drag to make the column wider; press twice to let it go"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onDoubleClick={() => onWidth(undefined)}
      onKeyDown={press}
    />
  );
}
