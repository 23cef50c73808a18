import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { fromRoot } from '../../base-path.ts';
import { humanizePath } from '../humanize.ts';
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
export function RecordForm({ resource, source, record, reload, remove, Body }: RecordFormProps) {
  const { name, label, one, page } = resource;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm(source, record);
  const { labels } = source;
  const leaving = useRef(false);
  const heading = form.title ?? `New ${one}`;
  // A date and its precision are one field to whoever reads.
  const changed = [
    ...new Set(form.changed.map((field) => humanizePath(field.replace(/Precision$/, ''), labels))),
  ];

  async function save() {
    const focused = document.activeElement?.id;
    const saved = await form.save();
    if (!saved) return;
    if (focused) keepFocus(focused);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
    if (saved.id === record?.id) return;
    leaving.current = true;
    await navigate({ to: '/$resource/$id', params: { resource: name, id: saved.id }, replace: true });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!form.saving) void save();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 's' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    if (!form.saving) void save();
  }

  async function left() {
    leaving.current = true;
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
    await navigate({ to: '/$resource', params: { resource: name } });
  }

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate aria-label={one}>
      <title>{`${heading} · Cinematheque console`}</title>
      <header className={styles.head}>
        <Link to="/$resource" params={{ resource: name }} className={styles.up}>
          {label}
        </Link>
        <h1 className={styles.title}>{heading}</h1>
        {record && page && (
          <a className={styles.site} href={fromRoot(page(record.id))}>
            View on the site
            <ExternalLink size={14} aria-hidden="true" />
          </a>
        )}
      </header>
      <ErrorSummary labels={labels} errors={form.errors} problem={form.problem} refusals={form.refusals} />
      {form.problem?.conflict && (
        <ConflictNotice
          key={form.refusals}
          conflict={form.problem.conflict}
          changed={changed}
          labels={labels}
          load={async () => {
            const newest = await reload?.();
            if (newest) form.adopt(newest);
          }}
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
