import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { decadeLink } from '../links.ts';
import styles from './decade-strip.module.css';

/** A century in one line: each decade leads to its films. */
export function DecadeStrip({ from, to }: { from: number; to: number }) {
  const first = from - (from % 10);
  const decades = Array.from({ length: (to - (to % 10) - first) / 10 + 1 }, (_, index) => first + 10 * index);
  return (
    <List className={styles.strip}>
      {decades.map((decade) => (
        <li key={decade}>
          <Link {...decadeLink(decade)} className={styles.decade}>
            {decade}s
          </Link>
        </li>
      ))}
    </List>
  );
}
