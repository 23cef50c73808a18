import { TextArea } from '@cinematheque/ui/text-area';
import { textOf, type WidgetProps } from './widget.ts';

export function ProseWidget({ control, value, onChange }: WidgetProps) {
  return <TextArea {...control} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
}
