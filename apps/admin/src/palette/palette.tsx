import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import type { Me } from '@cinematheque/shared/user';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import dialog from '../dialog.module.css';
import { Keys } from '../shortcuts/keys.tsx';
import { useActions } from './actions.tsx';
import type { Entry, EntryGroup } from './entry.ts';
import styles from './palette.module.css';
import { useRecords } from './records.tsx';

export interface PaletteProps {
  me: Me;
  onShortcuts: () => void;
  onClose: () => void;
  /** What has been typed before this was there. */
  typed: string;
}

/** Finds any record and anything that can be done by typing: arrows choose, Enter opens, Escape leaves. */
export default function Palette({ me, onShortcuts, onClose, typed: early }: PaletteProps) {
  const [typed, setTyped] = useState(early);
  const actions = useActions({ me, onShortcuts })(typed.trim());
  const { groups: records, stale, failed } = useRecords(typed, me.role === 'admin');
  const groups: EntryGroup[] = [
    { value: 'Do', items: actions.sure },
    ...records,
    { value: typed.trim() ? 'Also' : 'Do', items: actions.rest },
  ].filter(({ items }) => items.length);
  const first = groups[0]?.items[0];

  function choose(entry: Entry) {
    onClose();
    entry.run();
  }

  // Enter, pressed before the answer has come, opens its best match then.
  const entered = useRef<string | null>(null);
  useEffect(() => {
    if (stale || entered.current === null) return;
    const meant = entered.current === typed;
    entered.current = null;
    if (meant && first) choose(first);
  });

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label="Find anything">
          <Autocomplete.Root
            open
            inline
            items={groups}
            mode="none"
            autoHighlight="always"
            keepHighlight
            value={typed}
            onValueChange={(text, { reason }) => reason !== 'item-press' && setTyped(text)}
            itemToStringValue={({ label }: Entry) => label}
          >
            <div className={styles.box}>
              <Search size={18} aria-hidden="true" />
              <Autocomplete.Input
                className={styles.input}
                aria-label="Find a record or something to do"
                placeholder="A film, a person, “new film” …"
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !stale || actions.sure.length) return;
                  event.preventBaseUIHandler();
                  entered.current = typed;
                }}
              />
              <Dialog.Close render={<IconButton label="Close" />}>
                <X />
              </Dialog.Close>
            </div>
            <Autocomplete.Status className={styles.status}>
              {failed && 'The catalog could not be searched'}
              {!failed && !stale && typed.trim() && !groups.length && 'Nothing fits'}
            </Autocomplete.Status>
            <Autocomplete.List className={styles.list} aria-busy={stale}>
              {(group: EntryGroup) => (
                <Autocomplete.Group key={group.value} items={group.items} className={styles.group}>
                  <Autocomplete.GroupLabel className={styles.groupName}>
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(entry: Entry) => (
                      <Autocomplete.Item
                        key={entry.key}
                        value={entry}
                        className={styles.entry}
                        onClick={() => choose(entry)}
                      >
                        <span className={styles.picture}>{entry.picture}</span>
                        <span className={styles.words}>
                          <span className={styles.label}>{entry.label}</span>
                          {entry.hint && <span className={styles.hint}> {entry.hint}</span>}
                        </span>
                        {entry.keys && <Keys of={entry.keys} />}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
