import type { LinkSlot } from '@cinematheque/ui/link-slot';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import type { ReactNode } from 'react';
import { countOf } from '../format.ts';
import styles from './columns.module.css';
import { List } from './list.tsx';

export interface Column {
  key: number;
  /** What it counts: "1994", "1950s". */
  label: string;
  /** What stands beneath it, when that is not the label. */
  tick?: ReactNode;
  count: number;
  link: LinkSlot;
  chosen?: boolean;
}

export interface ColumnsProps {
  label: string;
  columns: Column[];
  size?: 'small' | 'large';
}

/** Numbers of films as upright bars, each a link to its films. */
export function Columns({ label, columns, size = 'small' }: ColumnsProps) {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return (
    <List className={`${styles.columns} ${styles[size]}`} aria-label={label}>
      {columns.map(({ key, label, tick = label, count, link, chosen }, i) => {
        const height = count && Math.max(2, Math.round((100 * count) / most));
        const children = (
          <>
            <svg className={styles.plot} viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
              <path d={`M0 100h1v-${height}H0z`} />
            </svg>
            <span className={styles.tick} aria-hidden="true">
              {tick}
            </span>
            <VisuallyHidden>
              {label}, {countOf(count, 'film')}
            </VisuallyHidden>
          </>
        );
        return (
          <li
            key={key}
            className={i === columns.length - 1 ? styles.last : undefined}
            title={`${label}: ${countOf(count, 'film')}`}
          >
            {count > 0 ? (
              link({ className: `${styles.column} ${chosen ? styles.chosen : ''}`, children })
            ) : (
              <span className={styles.column}>{children}</span>
            )}
          </li>
        );
      })}
    </List>
  );
}
