import type { PickableName } from '../api.ts';
import { rememberChosen, useChosen } from '../options.ts';
import { Picker } from '../picker.tsx';
import { numberOf, type WidgetProps } from './widget.ts';

/** One other record. */
export function RelationWidget({ control, value, onChange, to }: WidgetProps & { to: PickableName }) {
  const id = numberOf(value);
  const [chosen = null] = useChosen(to, id === null ? [] : [id]);
  return (
    <Picker
      to={to}
      control={control}
      value={chosen}
      onChange={(option) => {
        if (option) rememberChosen(to, [option]);
        onChange(option?.id ?? null);
      }}
      showHint
    />
  );
}
