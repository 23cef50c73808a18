import { Dialog } from '@base-ui/react/dialog';
import type { Me } from '@cinematheque/shared/user';
import { IconButton } from '@cinematheque/ui/icon-button';
import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { X } from 'lucide-react';
import { Menu } from './menu.tsx';
import styles from './shell.module.css';

/** The menu of a narrow screen, which slides over the page. */
export default function Drawer({ me, onClose }: { me: Me; onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.drawer}>
          <div className={styles.brand}>
            <Dialog.Title className={styles.name}>Cinematheque</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close the menu" />}>
              <X />
            </Dialog.Close>
          </div>
          <Menu me={me} onGo={onClose} />
          <div className={styles.drawerFoot}>
            <ThemeToggle />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
