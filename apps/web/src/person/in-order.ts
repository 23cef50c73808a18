import type { MovieCard } from '@cinematheque/shared/movie-card';
import type { FilmOrder } from './filmography-search.ts';

/** Films in an order; one without a date is last both ways. */
export function inOrder<Credit>(
  credits: readonly Credit[],
  movieOf: (credit: Credit) => MovieCard,
  order: FilmOrder = 'newest',
): Credit[] {
  const direction = order === 'newest' ? -1 : 1;
  return credits.toSorted((one, other) => {
    const [a, b] = [movieOf(one), movieOf(other)];
    if (order === 'title') return a.title.localeCompare(b.title, 'en') || a.id - b.id;
    const [from, to] = [a.releaseDate, b.releaseDate];
    if (from === to) return a.id - b.id;
    if (from === null || to === null) return from === null ? 1 : -1;
    return from < to ? -direction : direction;
  });
}
