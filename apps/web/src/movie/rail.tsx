import type { MovieCard as Movie } from '@cinematheque/shared/movie-card';
import { IconButton } from '@cinematheque/ui/icon-button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { List } from '../components/list.tsx';
import { Section } from '../components/section.tsx';
import { MovieCard } from './movie-card.tsx';
import styles from './rail.module.css';

export interface RailProps {
  title: string;
  movies: readonly (Movie & { reason?: string })[];
  /** To the whole list. */
  action?: ReactNode;
}

/**
 * Films side by side, with more beyond the edge: touch, wheel and arrow keys move it as they move any page, the
 * buttons do where neither is at hand. Without films there is no rail.
 */
export function Rail({ title, movies, action }: RailProps) {
  const list = useRef<HTMLUListElement>(null);
  if (!movies.length) return null;
  const move = (direction: 1 | -1) => () => {
    const width = list.current?.clientWidth ?? 0;
    list.current?.scrollBy({ left: direction * width * 0.8 });
  };
  return (
    <Section
      title={title}
      action={
        <span className={styles.ways}>
          {action}
          <span className={styles.buttons}>
            <IconButton label={`${title}: back`} onClick={move(-1)}>
              <ChevronLeft size={20} aria-hidden="true" />
            </IconButton>
            <IconButton label={`${title}: on`} onClick={move(1)}>
              <ChevronRight size={20} aria-hidden="true" />
            </IconButton>
          </span>
        </span>
      }
    >
      <List ref={list} className={styles.rail}>
        {movies.map((movie) => (
          <li key={movie.id} className={styles.card}>
            <MovieCard movie={movie} note={movie.reason} sizes="(min-width: 48rem) 12rem, 28vw" />
          </li>
        ))}
      </List>
    </Section>
  );
}
