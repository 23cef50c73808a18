import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { IconButton } from '@cinematheque/ui/icon-button';
import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Form } from '../resource/form/use-form.ts';
import { Picker } from '../resource/picker.tsx';
import { arrowStep, useSortableEntry } from '../resource/sortable.tsx';
import styles from './cast.module.css';
import { type CastLine, newPart } from './cast-lines.ts';
import { CastPart } from './cast-part.tsx';
import { PlaceInput } from './place-input.tsx';

export interface CastRowProps {
  line: CastLine;
  /** How the person is told from a namesake. */
  hint: string | null;
  place: number;
  count: number;
  form: Form;
  onChange: (line: CastLine) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  /** Goes on with the next row. */
  onNext: () => void;
}

/** One line of the cast: a person and whom they play. Dragged, or moved by Alt with an arrow, buttons, its number. */
export function CastRow({
  line,
  hint,
  place,
  count,
  form,
  onChange,
  onMove,
  onRemove,
  onNext,
}: CastRowProps) {
  const { person, characters } = line;
  const { ref, handleRef, isDragging } = useSortableEntry(line.key, place);
  const who = person?.label ?? `row ${place + 1}`;
  const path = `cast.${place}`;

  // Before the controls hear of it: Alt with an arrow would open a list of choices.
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? arrowStep(event) : 0;
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(place + step);
  }

  // After the controls: Enter in a picker or in the row's number has a meaning of its own.
  function onEnter(event: KeyboardEvent) {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !typing || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    event.preventDefault();
    onNext();
  }

  return (
    <li
      ref={ref}
      className={styles.line}
      data-dragging={isDragging}
      onKeyDownCapture={onKeyDown}
      onKeyDown={onEnter}
    >
      <div className={styles.row} role="group" aria-label={`Row ${place + 1} of ${count}: ${who}`}>
        <div className={styles.place}>
          <span ref={handleRef} className={styles.handle} title="Drag to another place">
            <GripVertical size={18} aria-hidden="true" />
          </span>
          <PlaceInput who={who} place={place} count={count} onMove={onMove} />
          <span className={styles.arrows}>
            <IconButton label={`Move ${who} up`} disabled={place === 0} onClick={() => onMove(place - 1)}>
              <ArrowUp size={16} />
            </IconButton>
            <IconButton
              label={`Move ${who} down`}
              disabled={place === count - 1}
              onClick={() => onMove(place + 1)}
            >
              <ArrowDown size={16} />
            </IconButton>
          </span>
        </div>
        <div className={styles.person}>
          <Field
            id={form.controlId(`${path}.personId`)}
            label="Person"
            error={form.errors[`${path}.personId`]}
          >
            {(control) => (
              <Picker
                to="persons"
                control={control}
                value={person && { ...person, hint: hint ?? person.hint }}
                placeholder="Who plays"
                showHint
                onChange={(chosen) => onChange({ ...line, person: chosen })}
              />
            )}
          </Field>
        </div>
        <div className={styles.parts}>
          {characters.map((part, index) => (
            <CastPart
              key={part.id ?? `new ${index}`}
              part={part}
              path={`${path}.characters.${index}`}
              who={who}
              form={form}
              onChange={(changes) =>
                onChange({ ...line, characters: characters.with(index, { ...part, ...changes }) })
              }
              onRemove={() => onChange({ ...line, characters: characters.toSpliced(index, 1) })}
            />
          ))}
          <Button
            variant="quiet"
            size="small"
            className={styles.more}
            onClick={() => onChange({ ...line, characters: [...characters, newPart(place)] })}
          >
            <Plus size={14} aria-hidden="true" />
            Add a character
          </Button>
        </div>
        <IconButton className={styles.remove} label={`Remove ${who} from the cast`} onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </div>
    </li>
  );
}
