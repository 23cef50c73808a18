import { TextInput } from '@cinematheque/ui/text-input';
import { textOf, type WidgetProps } from './widget.ts';

/** A new password. It is never shown again: empty means that the one there is stays. */
export function PasswordWidget({ control, form, value, onChange }: WidgetProps) {
  return (
    <TextInput
      {...control}
      type="password"
      autoComplete="new-password"
      placeholder={form.refresh ? 'Stays as it is' : undefined}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
