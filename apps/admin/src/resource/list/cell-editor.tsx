import { errorOf } from '@cinematheque/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../../announce.tsx';
import { type Field, namesOf } from '../fields.ts';
import { Widget } from '../form/field-row.tsx';
import { changedNames, pick, type Values } from '../form/values.ts';
import styles from './cell.module.css';
import type { ListSource } from './list-props.ts';
import { oneField } from './one-field.ts';

export interface CellEditorProps {
  source: ListSource;
  field: Exclude<Field, { kind: 'check' }>;
  id: string;
  /** What the record is called. */
  title: string;
  onSaved: () => void;
  onClose: () => void;
}

/** Whether a choice is the whole edit, so that it is saved at once. */
const isPicked = (field: Field) => field.kind === 'choice' || field.kind === 'relation';

/**
 * One field in the place of its cell: Enter saves, Escape leaves it as it was. It begins with the record as it is now,
 * and a save over a newer version is refused with what came in between.
 */
export default function CellEditor({ source, field, id, title, onSaved, onClose }: CellEditorProps) {
  const queryClient = useQueryClient();
  const controlId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const record = useQuery({
    queryKey: [source.name, 'get', id, 'cell'],
    queryFn: () => source.load(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const [typed, setTyped] = useState<Values | null>(null);
  const [message, setMessage] = useState<string>();
  const [saving, setSaving] = useState(false);
  const base = record.data && pick(record.data.values, namesOf(field));
  const values = typed ?? base;

  useEffect(() => {
    if (!base || typed) return;
    const control = frame.current?.querySelector<HTMLElement>('input, select, textarea');
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, [Boolean(base)]);

  async function save(now: Values) {
    if (!base || !record.data || saving) return;
    if (!changedNames(now, base).length) return onClose();
    const wrong = source.check(now);
    const [first] = Object.values(wrong);
    if (first) return setMessage(first);
    setSaving(true);
    try {
      await source.save(id, now, record.data.changeId);
      announce(`Saved ${field.label.toLowerCase()} of ${title}`);
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
      onSaved();
    } catch (thrown) {
      const error = errorOf(thrown);
      if (error.code === 'CONFLICT') {
        setTyped(now);
        await record.refetch();
        setMessage(`${error.message}. Enter saves your value over it, Escape keeps theirs.`);
      } else setMessage(Object.values(error.fields)[0] ?? error.message);
    } finally {
      setSaving(false);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key === 'Enter' && !event.defaultPrevented && values && !isPicked(field)) {
      event.preventDefault();
      void save(values);
    }
  }

  const problem = record.error ? errorOf(record.error).message : message;
  return (
    <div
      role="group"
      aria-label={`${field.label} of ${title}`}
      ref={frame}
      className={styles.editor}
      onKeyDown={onKeyDown}
      aria-busy={saving || record.isPending}
    >
      {values && (
        <Widget
          field={field}
          form={oneField(values, controlId, (edit) => setTyped((current) => edit(current ?? values)))}
          control={{
            id: controlId,
            'aria-describedby': problem ? `${controlId}-error` : undefined,
            'aria-invalid': problem ? true : undefined,
          }}
          limit={null}
          value={values[field.name]}
          onChange={(value) => {
            setMessage(undefined);
            setTyped((current) => ({ ...(current ?? values), [field.name]: value }));
            if (isPicked(field)) void save({ ...values, [field.name]: value });
          }}
        />
      )}
      <label htmlFor={controlId} className={styles.label}>
        {field.label} of {title}
      </label>
      {problem && (
        <p id={`${controlId}-error`} className={styles.error} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
