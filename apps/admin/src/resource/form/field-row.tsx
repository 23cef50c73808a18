import { Field as Frame } from '@cinematheque/ui/field';
import type { z } from 'zod';
import type { Field } from '../fields.ts';
import { CheckWidget } from '../widgets/check.tsx';
import { ChoiceWidget } from '../widgets/choice.tsx';
import { DateWidget } from '../widgets/date.tsx';
import { ImageWidget } from '../widgets/image.tsx';
import { ImagesWidget } from '../widgets/images.tsx';
import { NumberWidget } from '../widgets/number.tsx';
import { PasswordWidget } from '../widgets/password.tsx';
import { ProseWidget } from '../widgets/prose.tsx';
import { RelationWidget } from '../widgets/relation.tsx';
import { RelationsWidget } from '../widgets/relations.tsx';
import { TextWidget } from '../widgets/text.tsx';
import type { WidgetProps } from '../widgets/widget.ts';
import type { Form } from './use-form.ts';
import { isOptional, limitOf } from './values.ts';

export interface FieldRowProps {
  field: Field;
  form: Form;
  /** What the input asks of it: what may not be left out is marked, and how long it may be is shown. */
  schema?: z.ZodType;
}

/** One field of a form: label above, widget, message beneath. */
export function FieldRow({ field, form, schema }: FieldRowProps) {
  const { name, label, hint } = field;
  if (field.kind === 'check') return <CheckWidget field={field} form={form} id={form.controlId(name)} />;
  const error =
    form.errors[name] ?? Object.entries(form.errors).find(([path]) => path.startsWith(`${name}.`))?.[1];
  return (
    <Frame
      id={form.controlId(name)}
      label={label}
      hint={hint}
      error={error}
      // Nobody types anew the password that an account already has.
      required={schema && !isOptional(schema) && !(field.kind === 'password' && form.refresh)}
    >
      {(control) => (
        <Widget
          field={field}
          form={form}
          control={control}
          value={form.values[name]}
          onChange={(value) => form.set(name, value)}
          limit={limitOf(schema)}
        />
      )}
    </Frame>
  );
}

/** One widget for each kind; the compiler misses none. */
export function Widget({ field, ...props }: WidgetProps & { field: Exclude<Field, { kind: 'check' }> }) {
  switch (field.kind) {
    case 'text':
      return <TextWidget {...props} type={field.type} />;
    case 'prose':
      return <ProseWidget {...props} />;
    case 'number':
      return <NumberWidget {...props} />;
    case 'password':
      return <PasswordWidget {...props} />;
    case 'date':
      return <DateWidget {...props} precisionName={field.precisionName} />;
    case 'choice':
      return <ChoiceWidget {...props} choices={field.choices} />;
    case 'relation':
      return <RelationWidget {...props} to={field.to} />;
    case 'relations':
      return <RelationsWidget {...props} to={field.to} label={field.label} />;
    case 'image':
      return <ImageWidget {...props} name={field.name} />;
    case 'images':
      return <ImagesWidget {...props} name={field.name} />;
  }
}
