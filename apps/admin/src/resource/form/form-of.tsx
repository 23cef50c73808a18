import type { ComponentType } from 'react';
import { later } from '../../later.ts';
import { dated, fieldsOf, labelsOf, namesOf } from '../fields.ts';
import type { Labels } from '../humanize.ts';
import type { FormSpec, InputSchema } from '../resource.ts';
import type { Form, Values } from './use-form.ts';
import { pick } from './values.ts';

const FieldRows = later(() => import('./field-rows.tsx'));

/** A form, whichever way it was declared. */
export interface AnyForm<Item> {
  Body: ComponentType<{ form: Form }>;
  labels: Labels;
  read: (item: Item | null) => Values;
  write: (values: Values) => Values;
}

/** The form of a list of fields, or the component that stands in for it. */
export function formOf<Item, In>(spec: FormSpec<Item, In>, input: InputSchema<In>): AnyForm<Item> {
  if (typeof spec !== 'function') {
    const { component: Body, labels, read, write } = spec;
    return { Body, labels, read, write };
  }
  const fields = spec(fieldsOf<In>());
  const names = fields.flatMap(namesOf);
  return {
    Body: ({ form }) => <FieldRows fields={fields} form={form} shape={input.shape} />,
    labels: labelsOf(fields),
    read: (item) => pick(item ? { ...item } : {}, names),
    write: (values) => dated(fields, values),
  };
}
