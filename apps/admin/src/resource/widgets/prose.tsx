import { TextArea } from '@cinematheque/ui/text-area';
import { Counter } from './counter.tsx';
import { textOf, type WidgetProps } from './widget.ts';

/** Several lines; the field grows with them. */
export function ProseWidget({ control, value, onChange, limit }: WidgetProps) {
  const text = textOf(value);
  return (
    <>
      <TextArea {...control} value={text} onChange={(event) => onChange(event.target.value)} />
      <Counter text={text} limit={limit} />
    </>
  );
}
