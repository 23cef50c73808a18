import { Button } from '@cinematheque/ui/button';
import { Trash2 } from 'lucide-react';
import type { Line } from './columns.tsx';
import styles from './list.module.css';

export interface SelectionBarProps {
  selected: Line[];
  onRemove: () => void;
  onClear: () => void;
}

/** What can be done with the chosen rows; stays in sight at the bottom. */
export function SelectionBar({ selected, onRemove, onClear }: SelectionBarProps) {
  return (
    <div className={styles.selection} role="region" aria-label="Selection">
      <p className={styles.selectionCount} role="status">
        {selected.length.toLocaleString('en-US')} selected
      </p>
      <Button variant="quiet" onClick={onClear}>
        Clear
      </Button>
      <Button variant="danger" onClick={onRemove}>
        <Trash2 size={16} aria-hidden="true" />
        Delete
      </Button>
    </div>
  );
}
