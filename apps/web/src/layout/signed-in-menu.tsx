import { Avatar } from '@cinematheque/ui/avatar';
import { Link } from '@tanstack/react-router';
import { CircleUser, Heart, LogOut, Settings } from 'lucide-react';
import { useId } from 'react';
import { useSignOut } from '../account/sign-out.ts';
import type { useViewer } from '../account/viewer.ts';
import { useFileUrl, usePicture } from '../links.ts';
import styles from './account-menu.module.css';
import { EditLink } from './edit-link.tsx';

/** An editor's way to the console; one's favorites, account and way out. */
export function SignedInMenu({ viewer }: { viewer: NonNullable<ReturnType<typeof useViewer>> }) {
  const fileUrl = useFileUrl();
  const picture = usePicture();
  const menu = useId();
  const signOut = useSignOut();
  return (
    <>
      <EditLink />
      <div className={styles.account}>
        <Link to="/favorites" className={styles.favorites} aria-label="Favorites" title="Favorites">
          <Heart size={20} aria-hidden="true" />
        </Link>
        <button type="button" className={styles.button} popoverTarget={menu} title={viewer.username}>
          <Avatar name={viewer.username} portrait={picture(viewer.avatar, 'portrait')} size="small" />
          <span className={styles.name}>{viewer.username}</span>
        </button>
        <div id={menu} popover="auto" className={styles.menu}>
          <p className={styles.who}>
            Signed in as <strong>{viewer.username}</strong>
          </p>
          <Link to="/favorites" className={styles.item}>
            <Heart size={18} aria-hidden="true" />
            Favorites
          </Link>
          <Link to="/account" className={styles.item}>
            <CircleUser size={18} aria-hidden="true" />
            Account
          </Link>
          {viewer.role !== 'visitor' && (
            <a href={fileUrl('/admin')} className={styles.item}>
              <Settings size={18} aria-hidden="true" />
              Admin console
            </a>
          )}
          <button type="button" className={styles.item} onClick={signOut}>
            <LogOut size={18} aria-hidden="true" />
            Sign out
          </button>
        </div>
      </div>
    </>
  );
}
