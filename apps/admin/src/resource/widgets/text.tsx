import { TextInput } from '@cinematheque/ui/text-input';
import { Counter } from './counter.tsx';
import { textOf, type WidgetProps } from './widget.ts';

export function TextWidget({
  control,
  value,
  onChange,
  limit,
  type,
}: WidgetProps & { type?: 'email' | 'url' }) {
  const text = textOf(value);
  return (
    <>
      <TextInput
        {...control}
        // Not the browser's own check: messages come from the input's schema, beside the field.
        inputMode={type}
        autoComplete="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <Counter text={text} limit={limit} />
    </>
  );
}
