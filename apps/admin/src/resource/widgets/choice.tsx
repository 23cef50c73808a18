import { Select } from '@cinematheque/ui/select';
import { textOf, type WidgetProps } from './widget.ts';

export function ChoiceWidget({
  control,
  value,
  onChange,
  choices,
}: WidgetProps & { choices: Record<string, string> }) {
  return (
    <Select {...control} value={textOf(value)} onChange={(event) => onChange(event.target.value)}>
      {!textOf(value) && <option value="">Choose…</option>}
      {Object.entries(choices).map(([choice, label]) => (
        <option key={choice} value={choice}>
          {label}
        </option>
      ))}
    </Select>
  );
}
