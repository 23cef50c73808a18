import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useViewer } from '../account/viewer.ts';
import styles from './account-menu.module.css';

/** Most visitors are not signed in: they do not load what only others see. */
const SignedInMenu = lazy(async () => ({ default: (await import('./signed-in-menu.tsx')).SignedInMenu }));

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
  return (
    <Suspense>
      <SignedInMenu viewer={viewer} />
    </Suspense>
  );
}
