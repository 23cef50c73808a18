import { Button } from '@cinematheque/ui/button';
import { IconButton } from '@cinematheque/ui/icon-button';
import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import styles from './message-line.module.css';
import { hideMessage, readMessage, subscribeMessage } from './messages.ts';

/** Where `showMessage` shows. The region is there from the start, so that screen readers listen to it. */
export function MessageLine() {
  const message = useSyncExternalStore(subscribeMessage, readMessage, () => null);
  return (
    <div role="status" className={styles.region}>
      {message && (
        <div className={styles.message}>
          <p>{message.text}</p>
          {message.action && (
            <Button
              size="small"
              onClick={() => {
                hideMessage();
                message.action?.run();
              }}
            >
              {message.action.label}
            </Button>
          )}
          <IconButton label="Close" onClick={hideMessage}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
