import type { Option } from '@cinematheque/shared/resource';
import { Chip } from '@cinematheque/ui/chip';
import type { KeyboardEvent } from 'react';
import { announce } from '../../announce.tsx';
import { List } from '../../list.tsx';
import type { PickableName } from '../api.ts';
import { moved } from '../moved.ts';
import { rememberChosen, useChosen } from '../options.ts';
import { Picker } from '../picker.tsx';
import { arrowStep, Sortable, useSortableEntry } from '../sortable.tsx';
import { numbersOf, type WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

/** Several other records in order, as chips that can be dragged; the picker adds one at the end. */
export function RelationsWidget({
  control,
  value,
  onChange,
  to,
  label,
}: WidgetProps & { to: PickableName; label: string }) {
  const ids = numbersOf(value);
  const chosen = useChosen(to, ids);

  function move(from: number, place: number) {
    if (place < 0 || place >= ids.length) return;
    onChange(moved(ids, from, place));
    announce(`${chosen[from]?.label} moved to ${place + 1} of ${ids.length}`);
  }

  function remove({ id, label }: Option) {
    onChange(ids.filter((other) => other !== id));
    document.getElementById(control.id)?.focus();
    announce(`Removed ${label}`);
  }

  return (
    <div className={styles.relations}>
      {chosen.length > 0 && (
        <Sortable onMove={move}>
          <List className={styles.chips} aria-label={`${label}, in order`}>
            {chosen.map((option, place) => (
              <Entry
                key={option.id}
                id={option.id}
                label={option.label}
                place={place}
                onMove={(target) => move(place, target)}
                onRemove={() => remove(option)}
              />
            ))}
          </List>
        </Sortable>
      )}
      <Picker
        to={to}
        adding
        control={control}
        value={null}
        placeholder="Type to add"
        onBackspace={() => {
          const last = chosen.at(-1);
          if (last) remove(last);
        }}
        onChange={(option) => {
          if (!option || ids.includes(option.id)) return;
          rememberChosen(to, [...chosen, option]);
          onChange([...ids, option.id]);
        }}
      />
    </div>
  );
}

interface EntryProps {
  id: number;
  label: string;
  place: number;
  onMove: (place: number) => void;
  onRemove: () => void;
}

/** A chip; Alt with an arrow moves it while its cross has the focus. */
function Entry({ id, label, place, onMove, onRemove }: EntryProps) {
  const { ref } = useSortableEntry(id, place);
  function onKeyDown(event: KeyboardEvent) {
    const step = arrowStep(event);
    if (!step) return;
    event.preventDefault();
    onMove(place + step);
  }
  return (
    <li ref={ref} className={styles.chip} onKeyDown={onKeyDown} title="Drag, or Alt with an arrow, to move">
      <Chip removeLabel={`Remove ${label}`} onRemove={onRemove}>
        {label}
      </Chip>
    </li>
  );
}
