import { Button } from '@cinematheque/ui/button';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { RemoveDialog } from '../remove-dialog.tsx';
import styles from './form.module.css';
import type { RecordPageProps } from './record-props.ts';
import type { Snapshot } from './use-form.ts';

export interface SaveBarProps extends Pick<RecordPageProps, 'resource' | 'remove'> {
  record: Snapshot | null;
  changed: string[];
  saving: boolean;
  conflict: boolean;
  onRemoved: () => Promise<void>;
}

function stateOf({ record, changed, saving, conflict }: SaveBarProps): string {
  if (saving) return 'Saving';
  if (conflict) return 'Conflict';
  if (changed.length) return `Unsaved (${changed.length})`;
  return record ? 'Saved' : 'New';
}

/** Stays at the bottom of the form and says whether everything is saved. */
export function SaveBar(props: SaveBarProps) {
  const { resource, record, changed, saving, conflict, remove, onRemoved } = props;
  const [removing, setRemoving] = useState(false);
  const state = stateOf(props);
  return (
    <div className={styles.bar}>
      <p className={styles.state} data-state={state.split(' ')[0]} title={changed.join(', ')} role="status">
        {state}
      </p>
      {record && (
        <Button variant="quiet" onClick={() => setRemoving(true)}>
          <Trash2 size={16} aria-hidden="true" />
          Delete
        </Button>
      )}
      <Button
        type="submit"
        variant="primary"
        busy={saving}
        disabled={(record !== null && !changed.length) || conflict}
        title="Ctrl S or ⌘ S"
      >
        {record ? 'Save' : `Create ${resource.one}`}
      </Button>
      {removing && record && (
        <RemoveDialog
          resource={resource}
          records={[record]}
          remove={remove}
          onRemoved={onRemoved}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
