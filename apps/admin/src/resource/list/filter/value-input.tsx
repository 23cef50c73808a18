import type { Field as FilterField } from '@cinematheque/shared/filter';
import { Checkbox } from '@cinematheque/ui/checkbox';
import { Chip } from '@cinematheque/ui/chip';
import { Select } from '@cinematheque/ui/select';
import { TextInput } from '@cinematheque/ui/text-input';
import type { PickableName } from '../../api.ts';
import { humanize } from '../../humanize.ts';
import { rememberChosen, useChosen } from '../../options.ts';
import { Picker } from '../../picker.tsx';
import { readNumber } from '../../widgets/read-number.ts';
import { numbersOf, textOf } from '../../widgets/widget.ts';
import styles from './filter.module.css';

export interface ValueInputProps {
  field: FilterField & { to?: PickableName };
  /** What it is the value of, for screen readers. */
  label: string;
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** What a condition's field is compared with; one way for each kind. */
export function ValueInput({ field, label, id, value, onChange }: ValueInputProps) {
  if (field.kind === 'presence') return null;
  if (field.kind === 'relation' || field.kind === 'relations') {
    return field.to ? <Records to={field.to} {...{ label, id, value, onChange }} /> : null;
  }
  if (field.kind === 'choice') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <div className={styles.choices} role="group" aria-label={label}>
        {field.choices.map((choice) => (
          <Checkbox
            key={choice}
            label={humanize(choice)}
            checked={chosen.includes(choice)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, choice] : chosen.filter((other) => other !== choice),
              )
            }
          />
        ))}
      </div>
    );
  }
  if (field.kind === 'boolean') {
    return (
      <Select
        id={id}
        aria-label={label}
        value={value === false ? 'no' : 'yes'}
        onChange={(event) => onChange(event.target.value === 'yes')}
      >
        <option value="yes">Yes</option>
        <option value="no">No</option>
      </Select>
    );
  }
  const isNumber = field.kind === 'number';
  return (
    <TextInput
      id={id}
      aria-label={label}
      autoComplete="off"
      inputMode={isNumber ? 'numeric' : undefined}
      placeholder={field.kind === 'text' ? 'Text' : isNumber ? 'Number' : '1950, 1950-05 or 1950-05-03'}
      value={textOf(value)}
      onChange={(event) => onChange(isNumber ? readNumber(event.target.value) : event.target.value)}
    />
  );
}

/** Several records by name. */
function Records({ to, label, id, value, onChange }: Omit<ValueInputProps, 'field'> & { to: PickableName }) {
  const ids = numbersOf(value);
  const chosen = useChosen(to, ids);
  return (
    <div className={styles.records}>
      {chosen.map((option) => (
        <Chip
          key={option.id}
          onRemove={() => onChange(ids.filter((other) => other !== option.id))}
          removeLabel={`Remove ${option.label}`}
        >
          {option.label}
        </Chip>
      ))}
      <Picker
        to={to}
        adding
        control={{ id }}
        value={null}
        placeholder={`Type to add: ${label.toLowerCase()}`}
        onChange={(option) => {
          if (!option || ids.includes(option.id)) return;
          rememberChosen(to, [...chosen, option]);
          onChange([...ids, option.id]);
        }}
      />
    </div>
  );
}
