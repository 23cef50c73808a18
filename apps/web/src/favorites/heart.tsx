import { buttonClass } from '@cinematheque/ui/button-class';
import { Link, useLocation } from '@tanstack/react-router';
import { Heart as HeartIcon } from 'lucide-react';
import styles from './heart.module.css';
import { useKept } from './kept.ts';

export interface HeartProps {
  movie: { id: number; title: string };
  /** `card` is the round one in a poster's corner, `page` says what it does. */
  look?: 'card' | 'page';
}

/** Keeps a film, or lets it go. Whoever is not signed in is asked to, and the film is kept when he is back. */
export function Heart({ movie, look = 'card' }: HeartProps) {
  const { viewer, kept, toggle } = useKept(movie);
  const here = useLocation({ select: ({ href }) => href });
  const className = look === 'card' ? styles.card : `${buttonClass({ variant: 'secondary' })} ${styles.page}`;
  const icon = <HeartIcon className={styles.icon} size={18} aria-hidden="true" />;
  // The name begins with the words that the button shows, and stays the same when it is pressed.
  const label = `Keep this film: “${movie.title}”`;
  if (!viewer) {
    return (
      <Link
        to="/sign-in"
        search={{ next: here, keep: String(movie.id) }}
        preload={false}
        className={className}
        aria-label={`${label}, sign in first`}
        title="Keep this film"
        rel="nofollow"
      >
        {icon}
        {look === 'page' && 'Keep this film'}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={className}
      aria-pressed={kept}
      aria-label={label}
      title={kept ? 'Let this film go' : 'Keep this film'}
      onClick={toggle}
    >
      {icon}
      {look === 'page' && 'Keep this film'}
    </button>
  );
}
