import { formatCount } from '../format.ts';
import type { Ranked } from './ranking.ts';
import styles from './ranking-list.module.css';

/** A ranking as a list with numbers. */
export function RankingList({ rows, start = 1 }: { rows: Ranked[]; start?: number }) {
  return (
    <ol className={styles.ranking} start={start}>
      {rows.map(({ key, who, value, note }, index) => (
        <li key={key} className={styles.line}>
          <span className={styles.place} aria-hidden="true">
            {formatCount(start + index)}
          </span>
          <div className={styles.who}>{who}</div>
          <div className={styles.value}>
            {value}
            {note && <span className={styles.note}>{note}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
