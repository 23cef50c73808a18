import { errorOf } from '@cinematheque/client';
import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { announce } from '../announce.tsx';
import { Dialog } from '../dialog.tsx';
import styles from './remove-dialog.module.css';
import type { Resource } from './resource.ts';
import { UsageList } from './usage-list.tsx';

export interface RemoveDialogProps {
  resource: Pick<Resource, 'label' | 'one'>;
  records: { id: string; title: string }[];
  remove: (ids: string[]) => Promise<{ removed: number }>;
  onRemoved: () => Promise<void> | void;
  onClose: () => void;
}

const NAMED = 8;

/** Asks before records are deleted, and says who uses them when they cannot be. */
export function RemoveDialog({ resource, records, remove, onRemoved, onClose }: RemoveDialogProps) {
  const [first, ...others] = records;
  const what = others.length ? `${records.length} ${resource.label.toLowerCase()}` : (first?.title ?? '');
  const removal = useMutation({
    mutationFn: () => remove(records.map(({ id }) => id)),
    onSuccess: () => {
      announce(`Deleted ${what}`);
      return onRemoved();
    },
  });
  const refusal = removal.error && errorOf(removal.error);
  return (
    <Dialog
      title={refusal?.usage.length ? `${what} cannot be deleted` : `Delete ${what}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{refusal ? 'Close' : 'Cancel'}</Button>
          {!refusal?.usage.length && (
            <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
              Delete
            </Button>
          )}
        </>
      }
    >
      {others.length > 0 && !refusal && (
        <ul className={styles.list}>
          {records.slice(0, NAMED).map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
          {records.length > NAMED && <li>and {records.length - NAMED} more</li>}
        </ul>
      )}
      {!refusal && <p>This cannot be taken back here.</p>}
      {refusal && !refusal.usage.length && (
        <Notice tone="danger" announce>
          {refusal.message}
        </Notice>
      )}
      {refusal && <UsageList usage={refusal.usage} onLeave={onClose} />}
      {refusal && refusal.usage.length > 0 && <p>Take it out there first, then delete it.</p>}
    </Dialog>
  );
}
