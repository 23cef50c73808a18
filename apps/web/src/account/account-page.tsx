import type { ReactNode } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import styles from './account-page.module.css';

export interface AccountPageProps {
  title: string;
  line?: ReactNode;
  /** The other way in, beneath the form. */
  instead?: ReactNode;
  children: ReactNode;
}

/** One narrow column with a form. */
export function AccountPage({ title, line, instead, children }: AccountPageProps) {
  return (
    <div className={`page ${styles.page}`}>
      <div className={styles.column}>
        <PageTitle line={line}>{title}</PageTitle>
        <div className={styles.content}>{children}</div>
        {instead && <p className={styles.instead}>{instead}</p>}
      </div>
    </div>
  );
}
