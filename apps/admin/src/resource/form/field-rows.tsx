import type { z } from 'zod';
import type { Field } from '../fields.ts';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import type { Form } from './use-form.ts';

export interface FieldRowsProps {
  fields: Field[];
  form: Form;
  /** The input's schema, by name. */
  shape: Record<string, z.ZodType>;
}

/** Fields in one column. */
export default function FieldRows({ fields, form, shape }: FieldRowsProps) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} form={form} schema={shape[field.name]} />
      ))}
    </div>
  );
}
