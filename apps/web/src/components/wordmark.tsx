import styles from './wordmark.module.css';

/** The catalog's name, as the masthead sets it. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="15" className={styles.disc} />
        <path d="M4 9.5 28 5v22L4 22.500z" className={styles.beam} />
      </svg>
      Cinematheque
    </span>
  );
}
