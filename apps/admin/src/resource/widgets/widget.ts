import type { FieldControl } from '@cinematheque/ui/field';
import type { Form } from '../form/use-form.ts';

/** What every widget is given. `value` is whatever the form holds; the widget reads its own kind out of it. */
export interface WidgetProps {
  form: Form;
  control: FieldControl;
  value: unknown;
  onChange: (value: unknown) => void;
  /** How many characters it may have. */
  limit: number | null;
}

/** A text, or none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A record's number, or none. */
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Several records' numbers. */
export const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'number') : [];
