import type { ComponentType } from 'react';
import { fieldsOf, namesOf } from '../fields.ts';
import type { FormSpec, InputSchema } from '../resource.ts';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import type { Form, Values } from './use-form.ts';
import { isOptional, pick } from './values.ts';

/** A form, whichever way it was declared. */
export interface AnyForm<Item> {
  Body: ComponentType<{ form: Form }>;
  read: (item: Item | null) => Values;
  write: (values: Values) => Values;
}

/** The form of a list of fields, or the component that stands in for it. */
export function formOf<Item, In>(spec: FormSpec<Item, In>, input: InputSchema<In>): AnyForm<Item> {
  if (typeof spec !== 'function') return { Body: spec.component, read: spec.read, write: spec.write };
  const fields = spec(fieldsOf<In>());
  const names = fields.flatMap(namesOf);
  const Body = ({ form }: { form: Form }) => (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldRow
          key={field.name}
          field={field}
          form={form}
          required={!isOptional(input.shape[field.name])}
        />
      ))}
    </div>
  );
  return {
    Body,
    read: (item) => pick(item ? { ...item } : {}, names),
    write: (values) => values,
  };
}
