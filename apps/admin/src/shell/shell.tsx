import type { Me } from '@cinematheque/shared/user';
import { IconButton } from '@cinematheque/ui/icon-button';
import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { LogOut, Menu as MenuIcon, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Announcer } from '../announce.tsx';
import { fromRoot } from '../base-path.ts';
import { SessionDialog } from '../session/session-dialog.tsx';
import { signOut } from '../session/sign-out.ts';
import { Menu } from './menu.tsx';
import styles from './shell.module.css';

/** What stands around every page of the console: menu, account, theme. */
export function Shell({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        To the content
      </a>
      <header className={styles.side} data-open={open}>
        <div className={styles.brand}>
          <Link to="/" className={styles.name}>
            Cinematheque
          </Link>
          <IconButton
            className={styles.toggle}
            label={open ? 'Close the menu' : 'Open the menu'}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            {open ? <X /> : <MenuIcon />}
          </IconButton>
        </div>
        <div className={styles.drawer} id="menu">
          <Menu me={me} />
          <div className={styles.foot}>
            <a className={styles.site} href={fromRoot('/')}>
              View the site
            </a>
            <ThemeToggle />
            <p className={styles.me}>
              <span className={styles.meName}>{me.username}</span>
              <IconButton label="Sign out" onClick={() => void signOut()}>
                <LogOut />
              </IconButton>
            </p>
          </div>
        </div>
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Announcer />
      <SessionDialog />
    </div>
  );
}
