import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class.ts';
import type { LinkSlot } from './link-slot.ts';
import styles from './pagination-links.module.css';

export interface PaginationLinksProps {
  /** Absent where there is no such page. */
  previous?: LinkSlot;
  next?: LinkSlot;
  previousLabel?: string;
  nextLabel?: string;
  /** Where one is, such as "25-48 of 4,803". */
  children?: ReactNode;
  /** The name of this navigation, where a page has more than one. */
  label?: string;
}

/** Previous and next as plain links, so that they work without JavaScript. */
export function PaginationLinks(props: PaginationLinksProps) {
  const { previous, next, previousLabel = 'Previous', nextLabel = 'Next', children, label = 'Pages' } = props;
  return (
    <nav className={styles.pagination} aria-label={label}>
      <div className={styles.side}>
        {previous?.({
          rel: 'prev',
          className: buttonClass(),
          children: (
            <>
              <ArrowLeft size={16} aria-hidden="true" />
              {previousLabel}
            </>
          ),
        })}
      </div>
      <div className={styles.status}>{children}</div>
      <div className={styles.side}>
        {next?.({
          rel: 'next',
          className: buttonClass(),
          children: (
            <>
              {nextLabel}
              <ArrowRight size={16} aria-hidden="true" />
            </>
          ),
        })}
      </div>
    </nav>
  );
}
