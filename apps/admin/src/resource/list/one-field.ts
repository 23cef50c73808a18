import type { Form } from '../form/use-form.ts';
import type { Values } from '../form/values.ts';

/** One field that stands by itself, in a cell or a dialog: what its widget wants of a form. */
export const oneField = (
  values: Values,
  id: string,
  update: (edit: (current: Values) => Values) => void,
): Form => ({
  values,
  errors: {},
  set: (name, value) => update((current) => ({ ...current, [name]: value })),
  change: (name, edit) => update((current) => ({ ...current, [name]: edit(current[name]) })),
  refresh: null,
  controlId: (path) => `${id}-${path}`,
});
