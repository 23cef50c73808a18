import type { MovieCard as Movie } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Heart } from '../favorites/heart.tsx';
import { movieLink } from '../links.ts';
import styles from './movie-card.module.css';
import { MoviePoster } from './movie-poster.tsx';

export interface MovieCardProps {
  movie: Movie;
  /** Above the fold. */
  priority?: boolean;
  /** How wide the poster gets, for the browser to choose a picture by. */
  sizes: string;
  /** In place of year and director: why it is here. */
  note?: ReactNode;
  /** In place of the heart. */
  corner?: ReactNode;
}

/** A film as a poster with its name; one link, and beside it the heart. */
export function MovieCard({ movie, priority, sizes, note, corner }: MovieCardProps) {
  const facts = [yearOf(movie.releaseDate), movie.director && fullName(movie.director)];
  return (
    <div className={styles.card}>
      <Link {...movieLink(movie)} state={{ movie }} className={styles.link}>
        <MoviePoster movie={movie} priority={priority} sizes={sizes} />
        <span className={styles.title}>{movie.title}</span>
      </Link>
      <p className={styles.facts}>{note ?? facts.filter(Boolean).join(' · ')}</p>
      <div className={styles.heart}>{corner ?? <Heart movie={movie} />}</div>
    </div>
  );
}
