import styles from './keys.module.css';
import { spell } from './strokes.ts';

/** Keys as they stand on the keyboard: "Ctrl K", "g m". */
export function Keys({ of }: { of: string }) {
  return (
    <span className={styles.keys}>
      {spell(of).map((key, index) => (
        <kbd key={index} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
