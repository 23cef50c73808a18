import type { MovieListInput } from '@cinematheque/shared/movie';
import { EmptyState } from '@cinematheque/ui/empty-state';
import type { LinkSlot } from '@cinematheque/ui/link-slot';
import { PaginationLinks } from '@cinematheque/ui/pagination-links';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSite } from '../context.ts';
import { formatTotal } from '../format.ts';
import { MovieGrid } from '../movie/movie-grid.tsx';
import styles from './movie-list.module.css';

export interface MovieListProps {
  input: MovieListInput;
  /** Links to this very list from another place: after a cursor, or from the start. */
  pageLink: (after: string | undefined) => LinkSlot;
  empty: ReactNode;
}

/** A page of films and the ways to the next one and back to the first. */
export function MovieList({ input, pageLink, empty }: MovieListProps) {
  const { trpc } = useSite();
  const { data } = useSuspenseQuery(trpc.movies.list.queryOptions(input));
  const { items, nextCursor, total } = data;
  if (!items.length) return empty;
  return (
    <>
      <MovieGrid movies={items} />
      {(nextCursor || input.cursor) && (
        <div className={styles.pages}>
          <PaginationLinks
            previous={input.cursor ? pageLink(undefined) : undefined}
            previousLabel="First page"
            next={nextCursor ? pageLink(nextCursor) : undefined}
            nextLabel="More films"
          >
            {formatTotal(total, 'film')}
          </PaginationLinks>
        </div>
      )}
    </>
  );
}

/** How many films a list holds, for a page's head. */
export function MovieTotal({ input }: { input: MovieListInput }) {
  const { trpc } = useSite();
  const { data } = useSuspenseQuery(trpc.movies.list.queryOptions(input));
  return formatTotal(data.total, 'film');
}

/** An empty list of films, with a way out. */
export function NoMovies({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <EmptyState title="No films here" action={action}>
      {children}
    </EmptyState>
  );
}
