import type { z } from 'zod';
import type { Field } from '../fields.ts';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import type { Form } from './use-form.ts';
import { isOptional } from './values.ts';

export interface FieldRowsProps {
  fields: Field[];
  form: Form;
  /** The input's schema by name: what may not be left out is marked. */
  shape: Record<string, z.ZodType>;
}

/** Fields in one column. */
export function FieldRows({ fields, form, shape }: FieldRowsProps) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} form={form} required={!isOptional(shape[field.name])} />
      ))}
    </div>
  );
}
