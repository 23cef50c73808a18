import { type CatalogError, errorOf } from '@cinematheque/client';
import { useCallback, useId, useState } from 'react';
import { announce } from '../../announce.tsx';
import { acrossSessions } from '../../session/across.ts';
import type { Labels } from '../humanize.ts';
import { changedNames, type Fields, pick, type Values, withoutField } from './values.ts';

export type { Values } from './values.ts';

/** A record in a form. */
export interface Snapshot {
  id: string;
  title: string;
  values: Values;
  changeId: number;
}

/** How a form's values become a record; made by `defineResource`, which knows the types. */
export interface FormSource {
  blank: Values;
  /** What its fields are called. */
  labels: Labels;
  /** The values as the input takes them. */
  write: (values: Values) => Values;
  /** What is wrong with these values, before they are sent. `whole`: they make a new record. */
  check: (changes: Values, whole: boolean) => Fields;
  create: ((values: Values) => Promise<Snapshot>) | null;
  update: (id: string, changes: Values, baseChangeId: number) => Promise<Snapshot>;
}

/** What a widget needs of the form that it is in. */
export interface Form {
  values: Values;
  errors: Fields;
  set: (name: string, value: unknown) => void;
  /** Sets a value that follows from the one that is there by then. */
  change: (name: string, edit: (value: unknown) => unknown) => void;
  /** Takes over what has been saved elsewhere, and keeps what is typed here; null for a new record. */
  refresh: (() => Promise<void>) | null;
  /** The id of the control at a path: what the error summary leads to. */
  controlId: (path: string) => string;
}

/** The state of one form: values, what has changed, what is wrong, and the way to save it. */
export function useForm(
  source: FormSource,
  record: Snapshot | null,
  reload: (() => Promise<Snapshot | null>) | null = null,
) {
  // A form may lie over another one that has the same fields.
  const id = useId();
  const controlId = useCallback((path: string) => `${id}-${path}`, [id]);
  const [base, setBase] = useState({
    values: record?.values ?? source.blank,
    changeId: record?.changeId,
    title: record?.title,
  });
  const [values, setValues] = useState(base.values);
  const [errors, setErrors] = useState<Fields>({});
  const [problem, setProblem] = useState<CatalogError | null>(null);
  const [saving, setSaving] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const now = source.write(values);
  const changed = changedNames(now, source.write(base.values));

  const set = (name: string, value: unknown) => change(name, () => value);

  function change(name: string, edit: (value: unknown) => unknown) {
    setValues((current) => ({ ...current, [name]: edit(current[name]) }));
    setErrors((current) => withoutField(current, name));
  }

  /** Takes a newer record over. What was typed while it was on its way stays. */
  function adopt(newer: Snapshot, sent: Values = values) {
    setBase(newer);
    setValues((current) => ({ ...newer.values, ...pick(current, changedNames(current, sent)) }));
    setErrors({});
    setProblem(null);
  }

  async function refresh() {
    const newest = await reload?.();
    if (newest) adopt(newest, base.values);
  }

  /** Saves; gives the record when it worked. */
  async function save(): Promise<Snapshot | null> {
    const saved = await send();
    if (!saved) setRefusals((count) => count + 1);
    return saved;
  }

  async function send(): Promise<Snapshot | null> {
    const sent = values;
    const { changeId } = base;
    const changes = record ? pick(now, changed) : now;
    const wrong = source.check(changes, !record);
    setErrors(wrong);
    setProblem(null);
    if (Object.keys(wrong).length) return null;
    setSaving(true);
    try {
      const saved =
        record && changeId !== undefined
          ? await acrossSessions(() => source.update(record.id, changes, changeId))
          : await acrossSessions(async () => source.create?.(changes));
      if (!saved) return null;
      adopt(saved, sent);
      announce(`Saved ${saved.title}`);
      return saved;
    } catch (thrown) {
      const error = errorOf(thrown);
      if (error.code === 'VALIDATION' && Object.keys(error.fields).length) setErrors(error.fields);
      else setProblem(error);
      return null;
    } finally {
      setSaving(false);
    }
  }

  return {
    ...{ title: base.title, changeId: base.changeId, values, errors, problem, refusals, changed, saving },
    ...{ set, change, refresh: reload && refresh, controlId, adopt, save },
  };
}
