import { Combobox } from '@base-ui/react/combobox';
import type { Option } from '@cinematheque/shared/resource';
import type { FieldControl } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { ChevronDown, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PickableName } from './api.ts';
import { useOptions } from './options.ts';
import styles from './picker.module.css';

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
}

/** Finds one record by typing: arrows choose, Enter takes, Escape leaves; each choice says who is who. */
export function Picker({ to, control, value, onChange, showHint, adding, ...rest }: PickerProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const highlighted = useRef<Option>(undefined);
  const { data: items = [], isFetching, isError, stale } = useOptions(to, typed, open);
  return (
    <Combobox.Root<Option>
      items={items}
      filter={null}
      value={value}
      onValueChange={(option) => onChange(option)}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        // Not when it opens: the first letter typed is what opens it.
        if (!next && !adding) setTyped('');
      }}
      inputValue={adding ? typed : undefined}
      onInputValueChange={(text, { reason }) => setTyped(reason === 'input-change' ? text : '')}
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(one, other) => one.id === other.id}
      autoHighlight
      onItemHighlighted={(option) => {
        highlighted.current = option;
      }}
    >
      <div className={styles.frame}>
        <Combobox.Input
          {...control}
          placeholder={rest.placeholder ?? 'Type to search'}
          render={<TextInput className={styles.input} />}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
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
            </Combobox.Status>
            {!isFetching && !isError && (
              <Combobox.Empty className={styles.status}>Nothing found</Combobox.Empty>
            )}
            <Combobox.List className={styles.list}>
              {(option: Option) => (
                <Combobox.Item key={option.id} value={option} className={styles.option}>
                  <span className={styles.label}>{option.label}</span>
                  {option.hint && <span className={styles.hint}>{option.hint}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
