import type { Total } from '@cinematheque/shared/resource';
import { buttonClass } from '@cinematheque/ui/button-class';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../format.ts';
import { type Browse, MAX_PAGES, searchOf, withBrowse } from './browse.ts';
import styles from './more-pages.module.css';

export interface MorePagesProps {
  browse: Browse;
  list: { items: readonly unknown[]; nextCursor: string | null; total: Total };
  busy: boolean;
}

/** The way on: more films beneath those that are there, and past a certain number a page of their own. */
export function MorePages({ browse, list, busy }: MorePagesProps) {
  const { items, nextCursor, total } = list;
  const pages = browse.pages ?? 1;
  const stack = pages < MAX_PAGES;
  const more = searchOf(
    stack ? { ...browse, pages: pages + 1 } : { ...browse, after: nextCursor ?? undefined, pages: undefined },
  );
  if (!nextCursor && !browse.after) return null;
  return (
    <nav className={styles.more} aria-label="Pages">
      {nextCursor && (
        <Link
          to="."
          search={more}
          // The address says how far one has come, and Back leads to where one came from.
          replace={stack}
          resetScroll={!stack}
          preload={false}
          rel="next"
          aria-busy={busy || undefined}
          className={buttonClass()}
        >
          More films
        </Link>
      )}
      <p className={styles.status}>
        {formatCount(items.length)}
        {browse.after ? ' from here on' : ` of ${total.exact ? '' : 'about '}${formatCount(total.value)}`}
      </p>
      {browse.after && (
        <Link to="." search={withBrowse(browse, {})} rel="prev" className={buttonClass({ variant: 'quiet' })}>
          First page
        </Link>
      )}
    </nav>
  );
}
