import { buttonClass } from '@cinematheque/ui/button-class';
import { Link, useLocation } from '@tanstack/react-router';
import { Heart as HeartIcon } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useViewer } from '../account/viewer.ts';
import styles from './heart.module.css';

// A visitor who has not signed in needs none of it.
const KeepButton = lazy(async () => ({ default: (await import('./keep-button.tsx')).KeepButton }));

export interface HeartProps {
  movie: { id: number; title: string };
  /** `card` is the round one in a poster's corner, `page` says what it does. */
  look?: 'card' | 'page';
}

/** Keeps a film, or lets it go. Whoever is not signed in is asked to, and the film is kept when he is back. */
export function Heart({ movie, look = 'card' }: HeartProps) {
  const viewer = useViewer();
  const here = useLocation({ select: ({ href }) => href });
  const className = look === 'card' ? styles.card : `${buttonClass({ variant: 'secondary' })} ${styles.page}`;
  // The name begins with the words that the button shows, and stays the same when it is pressed.
  const label = `Keep this film: “${movie.title}”`;
  const inside = (
    <>
      <HeartIcon className={styles.icon} size={18} aria-hidden="true" />
      {look === 'page' && 'Keep this film'}
    </>
  );
  return viewer ? (
    <Suspense>
      <KeepButton movie={movie} className={className} label={label}>
        {inside}
      </KeepButton>
    </Suspense>
  ) : (
    <Link
      to="/sign-in"
      search={{ next: here, keep: String(movie.id) }}
      preload={false}
      className={className}
      aria-label={`${label}, sign in first`}
      title="Keep this film"
      rel="nofollow"
    >
      {inside}
    </Link>
  );
}
