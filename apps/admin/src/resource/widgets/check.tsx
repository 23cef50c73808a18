import { Checkbox } from '@cinematheque/ui/checkbox';
import type { Field } from '../fields.ts';
import type { Form } from '../form/use-form.ts';

/** A box to tick; its label stands beside it, so it has no frame of its own. */
export function CheckWidget({ field, form, id }: { field: Field; form: Form; id: string }) {
  return (
    <Checkbox
      id={id}
      label={field.label}
      hint={form.errors[field.name] ?? field.hint}
      checked={form.values[field.name] === true}
      onChange={(event) => form.set(field.name, event.target.checked)}
    />
  );
}
