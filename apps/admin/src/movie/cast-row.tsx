import { characterRole } from '@cinematheque/shared/character-role';
import { limits } from '@cinematheque/shared/text';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Select } from '@cinematheque/ui/select';
import { TextInput } from '@cinematheque/ui/text-input';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { controlId } from '../resource/form/field-row.tsx';
import type { Fields } from '../resource/form/values.ts';
import { Picker } from '../resource/picker.tsx';
import styles from './cast.module.css';
import { type CastLine, newPart, type Part } from './cast-lines.ts';
import { roles } from './roles.ts';

interface CastRowProps {
  line: CastLine;
  place: number;
  count: number;
  errors: Fields;
  onChange: (line: CastLine) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One line of the cast: a person and whom they play. Alt with an arrow moves it; so do the buttons and the number. */
export function CastRow({ line, place, count, errors, onChange, onMove, onRemove }: CastRowProps) {
  const who = line.person?.label ?? `row ${place + 1}`;
  const path = `cast.${place}`;
  const changePart = (index: number, changes: Partial<Part>) =>
    onChange({
      ...line,
      characters: line.characters.map((part, at) => (at === index ? { ...part, ...changes } : part)),
    });
  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(place + (event.key === 'ArrowUp' ? -1 : 1));
  }
  return (
    <li className={styles.row} onKeyDown={onKeyDown}>
      <div className={styles.place}>
        <TextInput
          key={place}
          aria-label={`Place of ${who}`}
          inputMode="numeric"
          defaultValue={place + 1}
          onBlur={(event) => {
            const to = Number(event.target.value);
            if (Number.isInteger(to) && to >= 1 && to !== place + 1) onMove(Math.min(to, count) - 1);
            else event.target.value = String(place + 1);
          }}
        />
        <IconButton label={`Move ${who} up`} disabled={place === 0} onClick={() => onMove(place - 1)}>
          <ArrowUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={`Move ${who} down`}
          disabled={place === count - 1}
          onClick={() => onMove(place + 1)}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles.person}>
        <Field
          id={controlId(`${path}.personId`)}
          label={`Person ${place + 1}`}
          error={errors[`${path}.personId`]}
        >
          {(control) => (
            <Picker
              to="persons"
              control={control}
              value={line.person}
              showHint
              onChange={(person) => onChange({ ...line, person })}
            />
          )}
        </Field>
      </div>
      <div className={styles.parts}>
        {line.characters.map((part, index) => (
          <div key={part.id ?? `new ${index}`} className={styles.part}>
            <Field
              id={controlId(`${path}.characters.${index}.name`)}
              label="Character"
              error={errors[`${path}.characters.${index}.name`]}
            >
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={limits.name}
                  value={part.name}
                  onChange={(event) => changePart(index, { name: event.target.value })}
                />
              )}
            </Field>
            <Field label="Role">
              {(control) => (
                <Select
                  {...control}
                  value={part.role}
                  onChange={(event) => changePart(index, { role: characterRole.parse(event.target.value) })}
                >
                  {characterRole.options.map((role) => (
                    <option key={role} value={role}>
                      {roles[role]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="About" error={errors[`${path}.characters.${index}.description`]}>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={limits.note}
                  value={part.description ?? ''}
                  onChange={(event) => changePart(index, { description: event.target.value || null })}
                />
              )}
            </Field>
            <IconButton
              label={`Remove character ${part.name || index + 1} of ${who}`}
              onClick={() =>
                onChange({ ...line, characters: line.characters.filter((_, at) => at !== index) })
              }
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        <Button
          variant="quiet"
          size="small"
          onClick={() => onChange({ ...line, characters: [...line.characters, newPart()] })}
        >
          Add a character
        </Button>
      </div>
      <IconButton label={`Remove ${who} from the cast`} onClick={onRemove}>
        <X size={18} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
