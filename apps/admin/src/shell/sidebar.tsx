import type { Me } from '@cinematheque/shared/user';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { createStore } from '../store.ts';
import { Menu } from './menu.tsx';
import styles from './shell.module.css';

const storageKey = 'sidebar';

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'narrow';
  } catch {
    return false;
  }
}

/** Whether the sidebar shows pictures only; this browser remembers it. */
const narrow = createStore(remembered());

export function toggleSidebar(): void {
  narrow.set(!narrow.get());
  try {
    localStorage.setItem(storageKey, narrow.get() ? 'narrow' : 'wide');
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** The menu beside the page, where there is room for one. */
export function Sidebar({ me }: { me: Me }) {
  const isNarrow = narrow.use();
  const Icon = isNarrow ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside className={styles.side} data-narrow={isNarrow || undefined} aria-label="Menu">
      <div className={styles.brand}>
        {!isNarrow && (
          <Link to="/" className={styles.name}>
            Cinematheque
          </Link>
        )}
        <IconButton
          label={isNarrow ? 'Widen the menu' : 'Narrow the menu'}
          aria-keyshortcuts="Control+B"
          onClick={toggleSidebar}
        >
          <Icon />
        </IconButton>
      </div>
      <div className={styles.sideMenu}>
        <Menu me={me} narrow={isNarrow} />
      </div>
    </aside>
  );
}
