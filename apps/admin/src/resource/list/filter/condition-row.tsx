import { type Operator, operatorsOf } from '@cinematheque/shared/filter';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Select } from '@cinematheque/ui/select';
import { Trash2 } from 'lucide-react';
import type { Labels } from '../../humanize.ts';
import type { ListFields } from '../../resource.ts';
import { conditionOn, type DraftCondition, isEmptiness } from './draft.ts';
import styles from './filter.module.css';
import { ValueInput } from './value-input.tsx';
import { fieldWords, operatorWords } from './words.ts';

export interface ConditionRowProps {
  fields: ListFields;
  labels: Labels;
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

/** One condition: field, operator, value. */
export function ConditionRow({ fields, labels, condition, onChange, onRemove }: ConditionRowProps) {
  const { key, field: name, op, value } = condition;
  const field = fields[name];
  if (!field) return null;
  const words = fieldWords(name, labels);
  const known = operatorsOf(field);
  return (
    <li className={styles.condition}>
      <Select
        aria-label="Field"
        value={name}
        onChange={(event) => {
          const next = fields[event.target.value];
          if (next) onChange({ ...conditionOn(event.target.value, next), key });
        }}
      >
        {Object.keys(fields).map((other) => (
          <option key={other} value={other}>
            {fieldWords(other, labels)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={`How ${words.toLowerCase()} is compared`}
        value={op}
        onChange={(event) => {
          const next = known.find((other): other is Operator => other === event.target.value);
          if (next) onChange({ ...condition, op: next });
        }}
      >
        {known.map((other) => (
          <option key={other} value={other}>
            {operatorWords[other]}
          </option>
        ))}
      </Select>
      <div className={styles.value}>
        {!isEmptiness(op) && (
          <ValueInput
            field={field}
            label={words}
            id={`filter-${key}`}
            value={value}
            onChange={(next) => onChange({ ...condition, value: next })}
          />
        )}
      </div>
      <IconButton label={`Remove the condition on ${words.toLowerCase()}`} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  );
}
