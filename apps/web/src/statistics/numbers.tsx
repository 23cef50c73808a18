import type { Overview } from '@cinematheque/shared/statistics';
import { formatCount, formatMoney } from '../format.ts';
import styles from './numbers.module.css';

/** What the house holds, set large. */
export function Numbers({ overview }: { overview: Overview }) {
  const { movies, persons, directors, characters, minutes, budget } = overview;
  const numbers = {
    Films: formatCount(movies),
    People: formatCount(persons),
    Directors: formatCount(directors),
    Characters: formatCount(characters),
    'Hours of film': formatCount(Math.round(minutes / 60)),
    'Budgets together': formatMoney(budget),
  };
  return (
    <dl className={styles.numbers}>
      {Object.entries(numbers).map(([label, number]) => (
        <div key={label} className={styles.entry}>
          <dt className="eyebrow">{label}</dt>
          <dd className={styles.number}>{number}</dd>
        </div>
      ))}
    </dl>
  );
}
