import { Avatar } from '@cinematheque/ui/avatar';
import { Link, useLocation } from '@tanstack/react-router';
import { Heart, LogOut, Settings } from 'lucide-react';
import { useId } from 'react';
import { useSignOut } from '../account/sign-out.ts';
import { useViewer } from '../account/viewer.ts';
import { useFileUrl } from '../links.ts';
import styles from './account-menu.module.css';

/** Who is signed in and what he may do; for everybody else, the way in. */
export function AccountMenu() {
  const viewer = useViewer();
  const here = useLocation({ select: ({ href }) => href });
  if (!viewer) {
    return (
      <Link to="/sign-in" search={{ next: here }} preload={false} className={styles.signIn} rel="nofollow">
        Sign in
      </Link>
    );
  }
  return <SignedIn viewer={viewer} />;
}

function SignedIn({ viewer }: { viewer: NonNullable<ReturnType<typeof useViewer>> }) {
  const fileUrl = useFileUrl();
  const menu = useId();
  const signOut = useSignOut();
  const portrait = viewer.avatar && { src: fileUrl(viewer.avatar.url) };
  return (
    <div className={styles.account}>
      <Link to="/favorites" className={styles.favorites} aria-label="Favorites" title="Favorites">
        <Heart size={20} aria-hidden="true" />
      </Link>
      <button type="button" className={styles.button} popoverTarget={menu} title={viewer.username}>
        <Avatar name={viewer.username} portrait={portrait} size="small" />
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
  );
}
