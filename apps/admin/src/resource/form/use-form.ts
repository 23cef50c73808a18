import { type CatalogError, errorOf } from '@cinematheque/client';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
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
}

/** The state of one form: values, what has changed, what is wrong, and the way to save it. */
export function useForm(source: FormSource, record: Snapshot | null) {
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

  function set(name: string, value: unknown) {
    setValues((current) => ({ ...current, [name]: value }));
    setErrors((current) => withoutField(current, name));
  }

  /** Takes a newer record over. What was typed while it was on its way stays. */
  function adopt(newer: Snapshot, sent: Values = values) {
    setBase(newer);
    setValues((current) => ({ ...newer.values, ...pick(current, changedNames(current, sent)) }));
    setErrors({});
    setProblem(null);
  }

  /** Saves; gives the record when it worked. */
  async function save(): Promise<Snapshot | null> {
    const saved = await send();
    if (!saved) setRefusals((count) => count + 1);
    return saved;
  }

  async function send(): Promise<Snapshot | null> {
    const sent = values;
    const changes = record ? pick(now, changed) : now;
    const wrong = source.check(changes, !record);
    setErrors(wrong);
    setProblem(null);
    if (Object.keys(wrong).length) return null;
    setSaving(true);
    try {
      const saved =
        record && base.changeId !== undefined
          ? await source.update(record.id, changes, base.changeId)
          : await source.create?.(changes);
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

  return { title: base.title, values, errors, set, changed, saving, problem, refusals, adopt, save };
}
