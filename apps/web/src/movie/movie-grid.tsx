import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/refs';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { Heart } from '../favorites/heart.tsx';
import { movieLink } from '../links.ts';
import styles from './movie-grid.module.css';
import { MoviePoster } from './movie-poster.tsx';

/** Posters that a wide screen shows without scrolling. */
const ABOVE_THE_FOLD = 6;

/** Films as posters. */
export function MovieGrid({ movies }: { movies: readonly MovieCard[] }) {
  return (
    <List className={styles.grid}>
      {movies.map((movie, index) => (
        <li key={movie.id} className={styles.card}>
          <Link {...movieLink(movie)} className={styles.link}>
            <MoviePoster
              movie={movie}
              priority={index < ABOVE_THE_FOLD}
              sizes="(min-width: 48rem) 13rem, 45vw"
            />
            <span className={styles.title}>{movie.title}</span>
          </Link>
          <p className={styles.facts}>
            {[yearOf(movie.releaseDate), movie.director && fullName(movie.director)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <div className={styles.heart}>
            <Heart movie={movie} />
          </div>
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
        <div key={index} className={styles.card}>
          <Skeleton shape="poster" />
          <Skeleton lines={2} className={styles.title} />
        </div>
      ))}
    </div>
  );
}
