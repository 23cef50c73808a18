import { errorOf } from '@cinematheque/client';
import type { SavedView } from '@cinematheque/shared/lists';
import { Button } from '@cinematheque/ui/button';
import { Checkbox } from '@cinematheque/ui/checkbox';
import { Field } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../announce.tsx';
import { Dialog } from '../../../dialog.tsx';
import { trpc } from '../../../trpc.ts';
import type { ListSource } from '../list-props.ts';
import type { ListSearch } from '../list-search.ts';
import { viewsKey } from './use-views.ts';
import styles from './views.module.css';

export interface SaveViewProps {
  source: ListSource;
  search: ListSearch;
  /** The saved view that is open, if it is one. */
  current: SavedView | undefined;
  views: SavedView[];
}

/** Saves what the list shows as a tab, or changes the tab that is open. */
export function SaveView({ source: { name: list }, search, current, views }: SaveViewProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
        <Bookmark size={16} aria-hidden="true" />
        {current ? 'Edit this view' : 'Save as a view'}
      </Button>
      {open && <ViewDialog {...{ list, search, current, views }} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ViewDialogProps extends Omit<SaveViewProps, 'source'> {
  list: ListSource['name'];
  onClose: () => void;
}

function ViewDialog({ list, search: { q, filter, sort }, current, views, onClose }: ViewDialogProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(current?.name ?? '');
  const [shared, setShared] = useState(current?.shared ?? false);
  const search = { ...(q && { q }), ...(filter && { filter }), ...(sort && { sort }) };
  const same = views.find((view) => view.name === name.trim() && view.id !== current?.id);

  async function done(words: string, view: string | undefined) {
    await queryClient.invalidateQueries({ queryKey: viewsKey(list) });
    announce(words);
    onClose();
    await navigate({ to: '/$resource', params: { resource: list }, search: { view } });
  }

  const saving = useMutation({
    mutationFn: async () => {
      const data = { name: name.trim(), shared, search };
      const replaced = current ?? same;
      return replaced
        ? trpc.admin.views.update.mutate({ id: replaced.id, data })
        : trpc.admin.views.create.mutate({ data: { ...data, list } });
    },
    onSuccess: ({ item }) => done(`Saved the view ${item.name}`, String(item.id)),
  });
  const removal = useMutation({
    mutationFn: async (view: SavedView) => trpc.admin.views.remove.mutate({ id: view.id }),
    onSuccess: () => done(`Removed the view ${current?.name}`, undefined),
  });
  const error = saving.error ?? removal.error;
  const problem = error && errorOf(error);

  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate();
  }

  return (
    <Dialog
      title={current ? 'Edit this view' : 'Save as a view'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {current && (
            <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate(current)}>
              Remove
            </Button>
          )}
          <Button variant="primary" type="submit" form="save-view" busy={saving.isPending}>
            {same ? `Replace ${same.name}` : 'Save'}
          </Button>
        </>
      }
    >
      <form id="save-view" className={styles.form} onSubmit={submit}>
        <Field label="Name" error={problem?.fields.name ?? problem?.message}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={60}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Checkbox
          label="For everybody"
          hint="A tab for all editors; otherwise only yours"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}
