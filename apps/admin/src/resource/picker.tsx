import { Combobox } from '@base-ui/react/combobox';
import type { Option } from '@cinematheque/shared/resource';
import type { FieldControl } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { ChevronDown, X } from 'lucide-react';
import { Suspense, useContext, useRef, useState } from 'react';
import { announce } from '../announce.tsx';
import type { PickableName } from './api.ts';
import { InPlace } from './in-place.ts';
import { readOption, useOptions } from './options.ts';
import styles from './picker.module.css';
import { type Choice, PickerChoice, PickerFace, withCreation } from './picker-choice.tsx';

export interface PickerProps {
  to: PickableName;
  control: FieldControl;
  value: Option | null;
  onChange: (option: Option | null) => void;
  placeholder?: string;
  /** Shown under what is chosen, so that it can be told from its namesakes. */
  showHint?: boolean;
  /** Emptied by each choice, ready for the next one. */
  adding?: boolean;
  /** Backspace where nothing is typed. */
  onBackspace?: () => void;
}

/**
 * Finds one record by typing: arrows choose, Enter takes, Escape leaves; each choice says who is who. What is not
 * there yet is made in place, and comes back chosen.
 */
export function Picker({
  to,
  control,
  value,
  onChange,
  showHint,
  adding,
  onBackspace,
  ...rest
}: PickerProps) {
  const [open, setOpen] = useState(false);
  // Null while nobody types: then the input shows what is chosen.
  const [text, setText] = useState<string | null>(null);
  const typed = text ?? '';
  const [creating, setCreating] = useState<string | null>(null);
  const highlighted = useRef<Choice>(undefined);
  const { data = [], isFetching, isError, stale } = useOptions(to, typed, open);
  const { one, InPlace: Creation } = useContext(InPlace)[to] ?? {};
  const items = Creation && !stale && !isError ? withCreation(data, typed) : data;
  return (
    <Combobox.Root<Choice>
      items={items}
      filter={null}
      value={value}
      onValueChange={(choice) => {
        if (choice?.creates) setCreating(choice.creates);
        else onChange(choice);
        setText(null);
      }}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        // Not when it opens: the first letter typed is what opens it.
        if (!next && !adding) setText(null);
      }}
      inputValue={text ?? (adding ? '' : (value?.label ?? ''))}
      onInputValueChange={(next, { reason }) => setText(reason === 'input-change' ? next : null)}
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(one, other) => one.id === other.id}
      autoHighlight
      onItemHighlighted={(choice) => {
        highlighted.current = choice;
      }}
    >
      <div className={styles.frame}>
        {value && <PickerFace option={value} />}
        <Combobox.Input
          {...control}
          placeholder={rest.placeholder ?? 'Type to search'}
          render={<TextInput className={styles.input} />}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && !typed) onBackspace?.();
            // The library would empty the field.
            if (event.key === 'Escape' && !open) event.preventBaseUIHandler();
            if (event.key !== 'Enter') return;
            // Held with Ctrl it saves the form.
            if (event.ctrlKey || event.metaKey) return event.preventBaseUIHandler();
            // Enter takes a choice and never sends the form. Pressed too early it does nothing: it neither takes the
            // first of what older typing found nor closes the list.
            event.preventDefault();
            if (stale || !highlighted.current) event.preventBaseUIHandler();
          }}
        />
        {value && (
          <Combobox.Clear className={styles.clear} aria-label="Choose none">
            <X size={16} aria-hidden="true" />
          </Combobox.Clear>
        )}
        <ChevronDown className={styles.arrow} size={18} aria-hidden="true" />
      </div>
      {showHint && value?.hint && <p className={styles.chosen}>{value.hint}</p>}
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} sideOffset={4}>
          <Combobox.Popup className={styles.popup} aria-busy={stale}>
            <Combobox.Status className={styles.status}>
              {isError && 'The choices could not be loaded'}
              {!isError && isFetching && items.length === 0 && 'Searching…'}
              {!isError && !stale && data.length === 0 && 'Nothing found'}
            </Combobox.Status>
            <Combobox.List className={styles.list}>
              {(choice: Choice) => (
                <Combobox.Item key={choice.id} value={choice} className={styles.option}>
                  <PickerChoice choice={choice} one={one} />
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
      <Suspense>
        {Creation && creating !== null && (
          <Creation
            typed={creating}
            pickerId={control.id}
            onClose={() => setCreating(null)}
            onCreated={async ({ id, title }) => {
              onChange((await readOption(to, Number(id))) ?? { id: Number(id), label: title, hint: null });
              setCreating(null);
              announce(`Created and chose ${title}`);
            }}
          />
        )}
      </Suspense>
    </Combobox.Root>
  );
}
