import { Button } from '@cinematheque/ui/button';
import { PencilLine, Trash2 } from 'lucide-react';
import styles from './list.module.css';

export interface SelectionBarProps {
  /** "3 films", "all 1,243 films". */
  what: string;
  /** Offers to take all that the list holds: "Select all 1,243 matching". */
  more: { label: string; onAll: () => void } | null;
  onEdit: (() => void) | null;
  /** Null where too many are chosen to be deleted at once. */
  onRemove: (() => void) | null;
  onClear: () => void;
}

/** What can be done with the chosen rows; stays in sight at the bottom. */
export function SelectionBar({ what, more, onEdit, onRemove, onClear }: SelectionBarProps) {
  return (
    <div className={styles.selection} role="region" aria-label="Selection">
      <p className={styles.selectionCount}>
        <span role="status">{what} selected</span>
        {more && (
          <Button size="small" variant="quiet" onClick={more.onAll}>
            {more.label}
          </Button>
        )}
      </p>
      <Button variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {onEdit && (
        <Button onClick={onEdit}>
          <PencilLine size={16} aria-hidden="true" />
          Change
        </Button>
      )}
      {onRemove && (
        <Button variant="danger" onClick={onRemove}>
          <Trash2 size={16} aria-hidden="true" />
          Delete
        </Button>
      )}
    </div>
  );
}
