import type { MovieCard } from '@cinematheque/shared/movie-card';
import { yearOf } from '@cinematheque/shared/names';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { List } from '../components/list.tsx';
import { Heart } from '../favorites/heart.tsx';
import { movieLink, yearLink } from '../links.ts';
import { MoviePoster } from '../movie/movie-poster.tsx';
import styles from './filmography.module.css';

export interface Credit {
  movie: MovieCard;
  /** Whom he plays; absent where the source does not say. */
  note?: ReactNode;
}

/** A life's films, newest first, with the year at the margin. */
export function Filmography({ credits }: { credits: readonly Credit[] }) {
  return (
    <List className={styles.films}>
      {credits.map(({ movie, note }) => (
        <li key={movie.id} className={styles.film}>
          <span className={styles.year}>
            <Year movie={movie} />
          </span>
          <MoviePoster movie={movie} className={styles.poster} sizes="3.5rem" />
          <div className={styles.words}>
            <Link {...movieLink(movie)} className={styles.title}>
              {movie.title}
            </Link>
            {note && <p className={styles.note}>{note}</p>}
          </div>
          <Heart movie={movie} />
        </li>
      ))}
    </List>
  );
}

function Year({ movie }: { movie: MovieCard }) {
  const year = yearOf(movie.releaseDate);
  return year === null ? null : <Link {...yearLink(year)}>{year}</Link>;
}
