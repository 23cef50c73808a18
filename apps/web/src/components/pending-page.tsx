import { Skeleton } from '@cinematheque/ui/skeleton';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { MovieGridSkeleton } from '../movie/movie-grid.tsx';
import styles from './pending-page.module.css';

/** What stands where a page will, when it takes its time. */
export function PendingPage() {
  return (
    <div className="page">
      <VisuallyHidden>Loading</VisuallyHidden>
      <PendingTitle />
      <MovieGridSkeleton />
    </div>
  );
}

/** Holds the place of a page's head. */
export function PendingTitle() {
  return (
    <div className={styles.title}>
      <Skeleton shape="title" />
    </div>
  );
}
