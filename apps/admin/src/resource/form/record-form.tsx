import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { fromRoot } from '../../base-path.ts';
import { RecordNews } from '../../live/record-news.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { changedLabels } from './changed-labels.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { ErrorSummary } from './error-summary.tsx';
import styles from './form.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import type { RecordPageProps } from './record-props.ts';
import { SaveBar } from './save-bar.tsx';
import { type Snapshot, useForm } from './use-form.ts';

interface RecordFormProps extends Omit<RecordPageProps, 'record' | 'exists'> {
  record: Snapshot | null;
  /** Reads the newest version. */
  reload: (() => Promise<Snapshot | null>) | null;
}

/** A row that was new is drawn anew once it is saved; whoever was typing in it goes on there. */
function keepFocus(id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.focus();
  });
}

/** The form of a new record and of one that is there: heading, errors, fields, and the bar that saves. */
export function RecordForm({ resource, source, record, reload, remove, Body, place }: RecordFormProps) {
  const { name, one, page } = resource;
  const navigate = useNavigate();
  const { from } = useSearch({ strict: false });
  const queryClient = useQueryClient();
  const form = useForm(source, record, reload);
  const { labels } = source;
  const leaving = useRef(false);
  const element = useRef<HTMLFormElement>(null);
  const heading = form.title ?? `New ${one}`;
  const changed = changedLabels(form.changed, labels);

  async function save(): Promise<boolean> {
    const focused = document.activeElement?.id;
    const saved = await form.save();
    if (!saved) return false;
    if (focused) keepFocus(focused);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
    if (from === 'site' && page) {
      leaving.current = true;
      location.assign(fromRoot(page(saved.id)));
    }
    if (saved.id === record?.id) return true;
    leaving.current = true;
    await navigate({ to: '/$resource/$id', params: { resource: name, id: saved.id }, replace: true });
    return true;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!form.saving) void save();
  }

  /** Saves what there is to save, then follows the link to the list's next record, where there is one. */
  async function saveAndNext() {
    const saved = (record && !changed.length) || (await save());
    // Once the guard has heard that nothing is unsaved any more.
    await new Promise(requestAnimationFrame);
    if (saved) element.current?.querySelector<HTMLAnchorElement>('a[rel="next"]')?.click();
  }

  useShortcuts([
    { keys: 'Mod+S', label: 'Save', group: 'Form', run: () => !form.saving && void save() },
    {
      keys: 'Mod+Enter',
      label: 'Save and next',
      group: 'Form',
      run: () => !form.saving && void saveAndNext(),
    },
  ]);

  async function loadNewest() {
    const newest = await reload?.();
    if (newest) form.adopt(newest);
  }

  async function left() {
    leaving.current = true;
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
    await navigate({ to: '/$resource', params: { resource: name } });
  }

  return (
    <form ref={element} className={styles.form} onSubmit={submit} noValidate aria-label={one}>
      <title>{`${heading} · Cinematheque console`}</title>
      {record && form.changeId !== undefined && (
        <RecordNews
          resource={resource}
          id={record.id}
          changeId={form.changeId}
          unsaved={changed.length}
          load={loadNewest}
        />
      )}
      <header className={styles.head}>
        {place}
        <h1 className={styles.title}>{heading}</h1>
        {record && page && (
          <a className={styles.site} href={fromRoot(page(record.id))}>
            View on the site
            <ExternalLink size={14} aria-hidden="true" />
          </a>
        )}
      </header>
      <ErrorSummary {...form} labels={labels} />
      {form.problem?.conflict && (
        <ConflictNotice
          key={form.refusals}
          conflict={form.problem.conflict}
          changed={changed}
          labels={labels}
          load={loadNewest}
        />
      )}
      <Body form={form} />
      <SaveBar
        resource={resource}
        record={record && { ...record, title: heading }}
        changed={changed}
        saving={form.saving}
        conflict={Boolean(form.problem?.conflict)}
        remove={remove}
        onRemoved={left}
      />
      <LeaveGuard changed={changed} leaving={leaving} />
    </form>
  );
}
