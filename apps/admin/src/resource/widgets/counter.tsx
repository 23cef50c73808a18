import styles from './widgets.module.css';

/** Nothing is said while there is plenty of room. */
const NEAR = 0.9;

/** How much may still be typed, shown before the limit is passed and where it has been. */
export function Counter({ text, limit }: { text: string; limit: number | null }) {
  if (limit === null) return null;
  const left = limit - text.trim().length;
  const near = text.length >= limit * NEAR;
  return (
    <span aria-live="polite" className={styles.counter} data-over={left < 0}>
      {near && (left < 0 ? `${-left} too many of ${limit}` : `${left} of ${limit} left`)}
    </span>
  );
}
