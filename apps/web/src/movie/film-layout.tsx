import type { ReactNode } from 'react';
import styles from './film-layout.module.css';

/** A large poster, and beside it (on a telephone beneath) what is said about the film. */
export function FilmLayout({ poster, children }: { poster: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.film}>
      <div className={styles.poster}>{poster}</div>
      <div className={styles.words}>{children}</div>
    </div>
  );
}
