import { TextInput } from '@cinematheque/ui/text-input';
import { textOf, type WidgetProps } from './widget.ts';

export function TextWidget({ control, value, onChange, type }: WidgetProps & { type?: 'email' | 'url' }) {
  return (
    <TextInput
      {...control}
      // Not the browser's own check: messages come from the input's schema, beside the field.
      inputMode={type}
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
