import type { ReactNode } from 'react';
import styles from './state.module.css';

export interface EmptyStateProps {
  /** What is not here: "No films match". */
  title: ReactNode;
  /** Why, and what would help. */
  children?: ReactNode;
  action?: ReactNode;
}

/** What stands where a list would, when there is nothing in it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
