import { TextInput } from '@cinematheque/ui/text-input';
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

/** "1,500,000" and "1 500 000" are numbers too. */
export function readNumber(text: string): number | string {
  const plain = text.replace(/[\s,_]/g, '');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text;
}
