import { type ReactNode, useId } from 'react';
import styles from './part.module.css';

export interface PartProps {
  title: string;
  /** What it is for, beneath the title. */
  line?: ReactNode;
  children: ReactNode;
}

/** A part of the account's page: what it is about at the left, what can be done at the right. */
export function Part({ title, line, children }: PartProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.about}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {line && <p className={styles.line}>{line}</p>}
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  );
}
