import { Dialog } from '@base-ui/react/dialog';
import { Checkbox } from '@cinematheque/ui/checkbox';
import { cx } from '@cinematheque/ui/cx';
import { IconButton } from '@cinematheque/ui/icon-button';
import { X } from 'lucide-react';
import { useState } from 'react';
import dialog from '../dialog.module.css';
import { Keys } from './keys.tsx';
import { type Shortcut, shortcuts } from './registry.ts';
import styles from './shortcut-sheet.module.css';
import { saveSingleKeys, singleKeys } from './single-keys.ts';

const groups: Shortcut['group'][] = ['Everywhere', 'Go to', 'List', 'Form'];

/** All keys that work on this page, and the switch for those that are pressed alone. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [known] = useState(shortcuts);
  const on = singleKeys.use();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={cx(dialog.popup, styles.sheet)}>
          <div className={styles.head}>
            <Dialog.Title className={dialog.title}>Keyboard shortcuts</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X />
            </Dialog.Close>
          </div>
          <Checkbox
            label="Single-key shortcuts"
            hint="Off, only keys together with Ctrl or Command count. Kept with your account."
            checked={on}
            onChange={(event) => void saveSingleKeys(event.target.checked)}
          />
          <div className={styles.groups} data-off={!on || undefined}>
            {groups.map((group) => {
              const members = known.filter((shortcut) => shortcut.group === group);
              if (!members.length) return null;
              return (
                <section key={group} className={styles.group}>
                  <h2 className={styles.groupName}>{group}</h2>
                  <dl className={styles.list}>
                    {members.map(({ keys, label }) => (
                      <div key={keys} className={styles.line}>
                        <dt>{label}</dt>
                        <dd>
                          <Keys of={keys} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              );
            })}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
