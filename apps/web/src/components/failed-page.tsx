import { errorOf } from '@cinematheque/client';
import { buttonClass } from '@cinematheque/ui/button-class';
import { ErrorState } from '@cinematheque/ui/error-state';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import styles from './failed-page.module.css';

/** What stands where a page would, when it could not be loaded in the browser. Back in a network it tries by itself. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const [retrying, setRetrying] = useState(false);
  async function retry() {
    setRetrying(true);
    reset();
    await router.invalidate();
    setRetrying(false);
  }
  const again = useEffectEvent(() => void retry());
  useEffect(() => {
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);
  return (
    <div className={`page ${styles.page}`}>
      <ErrorState
        title="This page could not be loaded"
        onRetry={retry}
        retrying={retrying}
        action={
          <Link to="/" className={buttonClass({ variant: 'quiet' })}>
            Go to the first page
          </Link>
        }
      >
        {errorOf(error).message}
      </ErrorState>
    </div>
  );
}
