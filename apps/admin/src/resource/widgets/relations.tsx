import { Chip } from '@cinematheque/ui/chip';
import { announce } from '../../announce.tsx';
import type { PickableName } from '../api.ts';
import { useChosen } from '../options.ts';
import { Picker } from '../picker.tsx';
import type { WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'number') : [];

/** Several other records in order, as chips; the picker adds one at the end. */
export function RelationsWidget({
  control,
  value,
  onChange,
  to,
  label,
}: WidgetProps & { to: PickableName; label: string }) {
  const ids = numbersOf(value);
  const chosen = useChosen(to, ids);
  return (
    <div className={styles.relations}>
      {chosen.length > 0 && (
        <ul className={styles.chips} aria-label={`${label}, in order`}>
          {chosen.map((option) => (
            <li key={option.id}>
              <Chip
                removeLabel={`Remove ${option.label}`}
                onRemove={() => {
                  onChange(ids.filter((id) => id !== option.id));
                  announce(`Removed ${option.label}`);
                }}
              >
                {option.label}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <Picker
        to={to}
        adding
        control={control}
        value={null}
        placeholder="Type to add"
        onChange={(option) => {
          if (option && !ids.includes(option.id)) onChange([...ids, option.id]);
        }}
      />
    </div>
  );
}
