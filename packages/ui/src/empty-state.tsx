import type { ReactNode } from 'react';
import styles from './state.module.css';

export interface EmptyStateProps {
  /** What is not here: "No films match". */
  title: ReactNode;
  /** Why, and what would help. */
  children?: ReactNode;
  action?: ReactNode;
  /** It stands for the whole page, so that its title is the page's heading. */
  page?: boolean;
}

/** What stands where a list would, when there is nothing in it. */
export function EmptyState({ title, children, action, page }: EmptyStateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.state}>
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
