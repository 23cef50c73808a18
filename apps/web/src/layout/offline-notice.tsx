import { Notice } from '@cinematheque/ui/notice';
import { useSyncExternalStore } from 'react';
import styles from './offline-notice.module.css';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says so while the browser has no network; pages that were visited still open. */
export function OfflineNotice() {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online) return null;
  return (
    <div className={styles.place}>
      <Notice tone="warning" title="You are offline" announce>
        Pages that you have just seen still open; the others come when the connection is back.
      </Notice>
    </div>
  );
}
