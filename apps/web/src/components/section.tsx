import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  title: ReactNode;
  /** Beside the title: how many. */
  note?: ReactNode;
  /** At the line's end: a link to the whole. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a ruled heading. */
export function Section({ title, note, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {note && <p className={styles.note}>{note}</p>}
        {action && <p className={styles.action}>{action}</p>}
      </div>
      {children}
    </section>
  );
}
