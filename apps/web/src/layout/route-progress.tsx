import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import styles from './route-progress.module.css';

/** A line at the top while the next page loads, and its title for screen readers once it is there. */
export function RouteProgress() {
  const router = useRouter();
  const loading = useRouterState({ select: ({ isLoading }) => isLoading });
  const [title, setTitle] = useState('');
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (pathChanged) setTitle(document.title);
      }),
    [router],
  );
  return (
    <>
      <div className={styles.progress} data-loading={loading || undefined} aria-hidden="true" />
      <VisuallyHidden>
        <span role="status">{title}</span>
      </VisuallyHidden>
    </>
  );
}
