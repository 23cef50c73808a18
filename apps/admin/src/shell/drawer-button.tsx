import type { Me } from '@cinematheque/shared/user';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Menu } from 'lucide-react';
import { Suspense, useState } from 'react';
import { later } from '../later.ts';
import styles from './shell.module.css';

const Drawer = later(() => import('./drawer.tsx'));

/** Opens the menu of a narrow screen. */
export function DrawerButton({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        className={styles.toDrawer}
        label="Open the menu"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Menu />
      </IconButton>
      <Suspense>{open && <Drawer me={me} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
