import { Accessibility, PointerSensor, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider } from '@dnd-kit/react';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import type { ReactNode } from 'react';
import { styleNonce } from '../base-path.ts';

export interface SortableProps {
  /** An entry was dropped at another place. */
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

/**
 * A list whose entries can be dragged. By pointer only: the keyboard has ways of its own (Alt with an arrow, a typed
 * number), which say what they did.
 */
export function Sortable({ onMove, children }: SortableProps) {
  return (
    <DragDropProvider
      sensors={[PointerSensor]}
      plugins={(usual) => [
        ...usual.filter((plugin) => plugin !== Accessibility),
        StyleInjector.configure({ nonce: styleNonce }),
      ]}
      onDragEnd={({ canceled, operation: { source } }) => {
        if (!canceled && isSortable(source) && source.index !== source.initialIndex)
          onMove(source.initialIndex, source.index);
      }}
    >
      {children}
    </DragDropProvider>
  );
}

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Makes an entry of a Sortable: `ref` is what moves, `handleRef` where it is taken (absent: anywhere). */
export const useSortableEntry = (id: number | string, index: number) =>
  useSortable({ id, index, transition: still.matches ? null : undefined });

/** Where an arrow key with Alt moves an entry, as a difference of places; 0 for any other key. */
export function arrowStep(event: { altKey: boolean; key: string }): -1 | 0 | 1 {
  if (!event.altKey) return 0;
  if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') return -1;
  return event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : 0;
}
