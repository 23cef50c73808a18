import type { LinkSlot } from '@cinematheque/ui/link-slot';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { List } from '../components/list.tsx';
import { formatCount } from '../format.ts';
import styles from './bars.module.css';

export interface Bar {
  key: number;
  label: string;
  count: number;
  link: LinkSlot;
}

/** Numbers of films as lying bars, each a link to its films. */
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <List className={styles.bars} aria-label={label}>
      {bars.map(({ key, label, count, link }) => (
        <li key={key}>
          {link({
            className: styles.bar ?? '',
            children: (
              <>
                <span className={styles.label}>{label}</span>
                <svg
                  className={styles.plot}
                  viewBox="0 0 100 1"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <path d={`M0 0h${Math.max(0.5, (100 * count) / most).toFixed(2)}v1H0z`} />
                </svg>
                <span className={styles.count}>
                  {formatCount(count)}
                  <VisuallyHidden> films</VisuallyHidden>
                </span>
              </>
            ),
          })}
        </li>
      ))}
    </List>
  );
}
