import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { countOf } from '../format.ts';
import { decadeLink } from '../links.ts';
import styles from './decade-strip.module.css';

/** A century in one line: each decade leads to its films; one without any is quiet. */
export function DecadeStrip({ decades }: { decades: { decade: number; count: number }[] }) {
  return (
    <List className={styles.strip}>
      {decades.map(({ decade, count }) => (
        <li key={decade}>
          {count > 0 ? (
            <Link {...decadeLink(decade)} className={styles.decade} title={countOf(count, 'film')}>
              {decade}s<VisuallyHidden>, {countOf(count, 'film')}</VisuallyHidden>
            </Link>
          ) : (
            <span className={`${styles.decade} ${styles.none}`}>{decade}s</span>
          )}
        </li>
      ))}
    </List>
  );
}
