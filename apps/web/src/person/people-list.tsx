import { EmptyState } from '@cinematheque/ui/empty-state';
import type { LinkSlot } from '@cinematheque/ui/link-slot';
import { PaginationLinks } from '@cinematheque/ui/pagination-links';
import type { ReactNode } from 'react';
import { List } from '../components/list.tsx';
import styles from './people-list.module.css';

export interface PeopleListProps<Row> {
  rows: readonly Row[];
  children: (row: Row) => ReactNode;
  /** What was searched for. */
  q?: string;
  /** To the first page, when this is a later one. */
  first?: LinkSlot;
  next?: LinkSlot;
}

/** People in columns, with the ways to the next page and back to the first. */
export function PeopleList<Row extends { id: number }>(props: PeopleListProps<Row>) {
  const { rows, children, q, first, next } = props;
  if (!rows.length) {
    return (
      <EmptyState title="Nobody here">
        {q ? `No name has “${q}” in it.` : 'Nobody has been entered yet.'}
      </EmptyState>
    );
  }
  return (
    <>
      <People>
        {rows.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </People>
      {(first || next) && (
        <div className={styles.pages}>
          <PaginationLinks previous={first} previousLabel="First page" next={next} nextLabel="More names" />
        </div>
      )}
    </>
  );
}

/** The columns themselves. */
export function People({ children }: { children: ReactNode }) {
  return <List className={styles.people}>{children}</List>;
}
