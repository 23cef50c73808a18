import type { MovieCard as Movie } from '@cinematheque/shared/movie-card';
import { Skeleton } from '@cinematheque/ui/skeleton';
import type { ReactNode } from 'react';
import { List } from '../components/list.tsx';
import { MovieCard } from './movie-card.tsx';
import styles from './movie-grid.module.css';

/** Posters that a wide screen shows without scrolling. */
const ABOVE_THE_FOLD = 6;

export interface MovieGridProps {
  movies: readonly Movie[];
  /** What stands beside each title; a heart unless said otherwise. */
  corner?: (movie: Movie) => ReactNode;
}

/** Films as posters. */
export function MovieGrid({ movies, corner }: MovieGridProps) {
  return (
    <List className={styles.grid}>
      {movies.map((movie, index) => (
        <li key={movie.id} className={styles.bones}>
          <MovieCard
            movie={movie}
            priority={index < ABOVE_THE_FOLD}
            sizes="(min-width: 48rem) 13rem, 31vw"
            corner={corner?.(movie)}
          />
        </li>
      ))}
    </List>
  );
}

/** Holds the place of a grid that is loading. */
export function MovieGridSkeleton({ count = 12 }: { count?: number }) {
  return (
    <div className={styles.grid}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.bones}>
          <Skeleton shape="poster" />
          <Skeleton lines={2} className={styles.line} />
        </div>
      ))}
    </div>
  );
}
