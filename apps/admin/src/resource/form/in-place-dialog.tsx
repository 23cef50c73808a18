import { Dialog } from '@base-ui/react/dialog';
import { Button } from '@cinematheque/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, type FormEvent, useState } from 'react';
import styles from '../../dialog.module.css';
import type { InPlaceProps } from '../in-place.ts';
import { changedLabels } from './changed-labels.ts';
import { ErrorSummary } from './error-summary.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { type Form, type FormSource, useForm } from './use-form.ts';

export interface InPlaceDialogProps extends InPlaceProps {
  one: string;
  source: FormSource;
  Body: ComponentType<{ form: Form }>;
}

/** A few fields over the form in which a record was missing; what they make comes back chosen. */
export default function InPlaceDialog({
  one,
  source,
  Body,
  pickerId,
  onCreated,
  onClose,
}: InPlaceDialogProps) {
  const queryClient = useQueryClient();
  const form = useForm(source, null);
  const [asking, setAsking] = useState(false);
  // What was typed into the picker has come along, and is no loss.
  const leave = () => (form.changed.length ? setAsking(true) : onClose());

  async function create() {
    const made = await form.save();
    if (!made) return;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
    onCreated(made);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    // React hands it on to the form in which the picker stands.
    event.stopPropagation();
    if (!form.saving) void create();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          finalFocus={() => document.getElementById(pickerId)}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <Dialog.Title className={styles.title}>New {one}</Dialog.Title>
          <form className={styles.form} onSubmit={submit} noValidate aria-label={`New ${one}`}>
            <ErrorSummary {...form} labels={source.labels} />
            <Body form={form} />
            <div className={styles.actions}>
              <Button onClick={leave}>Cancel</Button>
              <Button type="submit" variant="primary" busy={form.saving}>
                Create {one}
              </Button>
            </div>
          </form>
          {asking && (
            <LeaveDialog
              changed={changedLabels(form.changed, source.labels)}
              onStay={() => setAsking(false)}
              onLeave={onClose}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
