import { Button } from '@cinematheque/ui/button';
import { Checkbox } from '@cinematheque/ui/checkbox';
import { IconButton } from '@cinematheque/ui/icon-button';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { announce } from '../../announce.tsx';
import { List } from '../../list.tsx';
import { moved } from '../moved.ts';
import { arrowStep, Sortable, useSortableEntry } from '../sortable.tsx';
import { type Head, shownOf } from './columns.tsx';
import styles from './columns-menu.module.css';

export interface ColumnsProps {
  head: Head[];
  chosen: string[] | undefined;
  onChange: (columns: string[]) => void;
  onReset: () => void;
}

/** Which columns are shown, and in which order: by drag, by Alt and an arrow, or by the buttons. */
export function ColumnsList({ head, chosen, onChange, onReset }: ColumnsProps) {
  const shown = shownOf(head, chosen);
  const names = shown.map(({ name }) => name);
  const others = head.filter(({ name }) => !names.includes(name));

  function move(from: number, place: number) {
    if (place < 0 || place >= names.length) return;
    onChange(moved(names, from, place));
    announce(`${shown[from]?.header} moved to ${place + 1} of ${names.length}`);
  }

  return (
    <>
      <Sortable onMove={move}>
        <List className={styles.columns} aria-label="Shown, in order">
          {shown.map((column, place) => (
            <Entry
              key={column.name}
              column={column}
              place={place}
              last={place === shown.length - 1}
              onMove={(target) => move(place, target)}
              onHide={() => onChange(names.filter((name) => name !== column.name))}
            />
          ))}
        </List>
      </Sortable>
      {others.length > 0 && (
        <List className={styles.columns} aria-label="Hidden">
          {others.map(({ name, header }) => (
            <li key={name} className={styles.column}>
              <Checkbox label={header} checked={false} onChange={() => onChange([...names, name])} />
            </li>
          ))}
        </List>
      )}
      <Button size="small" variant="quiet" onClick={onReset}>
        Reset columns
      </Button>
    </>
  );
}

interface EntryProps {
  column: Head;
  place: number;
  last: boolean;
  onMove: (place: number) => void;
  onHide: () => void;
}

function Entry({ column, place, last, onMove, onHide }: EntryProps) {
  const { ref, handleRef } = useSortableEntry(column.name, place);
  return (
    <li
      ref={ref}
      className={styles.column}
      onKeyDown={(event) => {
        const step = arrowStep(event);
        if (!step) return;
        event.preventDefault();
        onMove(place + step);
      }}
    >
      <span ref={handleRef} className={styles.grip} aria-hidden="true">
        <GripVertical size={16} />
      </span>
      <Checkbox label={column.header} checked disabled={column.main} onChange={onHide} />
      <IconButton label={`Move ${column.header} up`} disabled={place === 0} onClick={() => onMove(place - 1)}>
        <ArrowUp />
      </IconButton>
      <IconButton label={`Move ${column.header} down`} disabled={last} onClick={() => onMove(place + 1)}>
        <ArrowDown />
      </IconButton>
    </li>
  );
}
