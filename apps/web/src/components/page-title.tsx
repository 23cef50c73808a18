import type { ReactNode } from 'react';
import styles from './page-title.module.css';

export interface PageTitleProps {
  /** The small line above. */
  eyebrow?: ReactNode;
  children: ReactNode;
  /** A line beneath: how many, from when to when. */
  line?: ReactNode;
  /** Stands at the end: a button, a form. */
  aside?: ReactNode;
}

/** A page's head, large and quiet. */
export function PageTitle({ eyebrow, children, line, aside }: PageTitleProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1 className={styles.title}>{children}</h1>
        {line && <p className={styles.line}>{line}</p>}
      </div>
      {aside}
    </header>
  );
}
