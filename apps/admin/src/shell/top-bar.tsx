import type { Me } from '@cinematheque/shared/user';
import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { Search } from 'lucide-react';
import { Keys } from '../shortcuts/keys.tsx';
import { AccountButton } from './account-button.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { DrawerButton } from './drawer-button.tsx';
import styles from './shell.module.css';

export interface TopBarProps {
  me: Me;
  onPalette: () => void;
  onShortcuts: () => void;
}

/** Where one is, the way to everything else, the theme, and who is signed in. */
export function TopBar({ me, onPalette, onShortcuts }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <DrawerButton me={me} />
      <div className={styles.where}>
        <Breadcrumb />
      </div>
      <button type="button" className={styles.find} onClick={onPalette} title="Find anything">
        <Search size={16} aria-hidden="true" />
        <span className={styles.findLabel}>Find anything</span>
        <span className={styles.findKeys} aria-hidden="true">
          <Keys of="Mod+K" />
        </span>
      </button>
      <div className={styles.theme}>
        <ThemeToggle />
      </div>
      <AccountButton me={me} onShortcuts={onShortcuts} />
    </header>
  );
}
