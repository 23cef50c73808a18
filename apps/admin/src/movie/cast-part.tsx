import { characterRole } from '@cinematheque/shared/character-role';
import { limits } from '@cinematheque/shared/limits';
import { Field } from '@cinematheque/ui/field';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Select } from '@cinematheque/ui/select';
import { TextInput } from '@cinematheque/ui/text-input';
import { X } from 'lucide-react';
import type { Form } from '../resource/form/use-form.ts';
import { Counter } from '../resource/widgets/counter.tsx';
import styles from './cast.module.css';
import type { Part } from './cast-lines.ts';
import { roles } from './roles.ts';

export interface CastPartProps {
  part: Part;
  /** Where its errors are: "cast.0.characters.1". */
  path: string;
  /** Who plays it. */
  who: string;
  form: Form;
  onChange: (changes: Partial<Part>) => void;
  onRemove: () => void;
}

/** One character: name, role, and a word about it. */
export function CastPart({
  part,
  path,
  who,
  form: { errors, controlId },
  onChange,
  onRemove,
}: CastPartProps) {
  return (
    <div className={styles.part}>
      <Field id={controlId(`${path}.name`)} label="Character" error={errors[`${path}.name`]}>
        {(control) => (
          <>
            <TextInput
              {...control}
              placeholder="Character"
              value={part.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
            <Counter text={part.name} limit={limits.name} />
          </>
        )}
      </Field>
      <Field id={controlId(`${path}.role`)} label="Role" error={errors[`${path}.role`]}>
        {(control) => (
          <Select
            {...control}
            value={part.role}
            onChange={(event) => onChange({ role: characterRole.parse(event.target.value) })}
          >
            {characterRole.options.map((role) => (
              <option key={role} value={role}>
                {roles[role]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id={controlId(`${path}.description`)} label="Description" error={errors[`${path}.description`]}>
        {(control) => (
          <>
            <TextInput
              {...control}
              placeholder="In a few words"
              value={part.description ?? ''}
              onChange={(event) => onChange({ description: event.target.value || null })}
            />
            <Counter text={part.description ?? ''} limit={limits.note} />
          </>
        )}
      </Field>
      <IconButton label={`Remove the character ${part.name} of ${who}`} onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}
