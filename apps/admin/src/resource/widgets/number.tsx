import { TextInput } from '@cinematheque/ui/text-input';
import { readNumber } from './read-number.ts';
import { textOf, type WidgetProps } from './widget.ts';

/** A whole number. What is none stays as it was typed, and the schema says what is wrong with it. */
export function NumberWidget({ control, value, onChange }: WidgetProps) {
  return (
    <TextInput
      {...control}
      inputMode="numeric"
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => onChange(readNumber(event.target.value))}
    />
  );
}
