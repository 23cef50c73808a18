import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './state.module.css';

export interface ErrorStateProps {
  /** What happened, in the reader's words: "The list could not be loaded". */
  title: ReactNode;
  /** What to do about it. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** Other ways on, such as a link home. */
  action?: ReactNode;
  /** It stands for the whole page, so that its title is the page's heading. */
  page?: boolean;
  /** The server's id of the request, for whoever is asked for help. */
  requestId?: string;
}

/** What stands where content would, when it failed: what happened, what to do, and a way to try again. */
export function ErrorState({ title, children, onRetry, retrying, action, page, requestId }: ErrorStateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.state} role="alert">
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {(onRetry || action) && (
        <div className={styles.action}>
          {onRetry && (
            <Button onClick={onRetry} busy={retrying}>
              <RotateCw size={16} aria-hidden="true" />
              Try again
            </Button>
          )}
          {action}
        </div>
      )}
      {requestId && (
        <p className={styles.request}>
          Reference: <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
