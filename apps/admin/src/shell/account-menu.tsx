import { Menu } from '@base-ui/react/menu';
import type { Me } from '@cinematheque/shared/user';
import { ExternalLink, Keyboard, LogOut, UserRound } from 'lucide-react';
import { useRef } from 'react';
import { fromRoot } from '../base-path.ts';
import { signOut } from '../session/sign-out.ts';
import { AccountFace } from './account-face.tsx';
import styles from './account-menu.module.css';

const roles = { visitor: 'Visitor', editor: 'Editor', admin: 'Administrator' };

export interface AccountMenuProps {
  me: Me;
  onShortcuts: () => void;
}

/** Who is signed in, and what he can do about it; drawn once somebody has asked for it. */
export default function AccountMenu({ me, onShortcuts }: AccountMenuProps) {
  // Within the page's header, so that whoever goes by landmarks finds it there.
  const place = useRef<HTMLDivElement>(null);
  return (
    <Menu.Root modal={false} defaultOpen>
      <Menu.Trigger render={<AccountFace me={me} />} />
      <div ref={place} />
      <Menu.Portal container={place}>
        <Menu.Positioner className={styles.positioner} align="end" sideOffset={6}>
          <Menu.Popup className={styles.popup}>
            <div className={styles.who}>
              <p className={styles.name}>{me.username}</p>
              <p className={styles.role}>
                {roles[me.role]}, {me.email}
              </p>
            </div>
            <Menu.LinkItem className={styles.item} href={fromRoot('/account')}>
              <UserRound size={16} aria-hidden="true" />
              Your account
            </Menu.LinkItem>
            <Menu.LinkItem className={styles.item} href={fromRoot('/')}>
              <ExternalLink size={16} aria-hidden="true" />
              View the site
            </Menu.LinkItem>
            <Menu.Item className={styles.item} onClick={onShortcuts}>
              <Keyboard size={16} aria-hidden="true" />
              Keyboard shortcuts
            </Menu.Item>
            <Menu.Separator className={styles.rule} />
            <Menu.Item className={styles.item} onClick={() => void signOut()}>
              <LogOut size={16} aria-hidden="true" />
              Sign out
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
