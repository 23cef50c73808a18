import styles from './wordmark.module.css';

/** The catalog's name, as the masthead sets it. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className={styles.wordmark}>
      <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="16" className={styles.disc} />
        <path d="M8 12.500 26 8v16L8 19.500z" className={styles.beam} />
      </svg>
      {name}
    </span>
  );
}
