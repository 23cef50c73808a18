import type { MovieCard } from '@cinematheque/shared/movie-card';
import { textIn } from '../search-params.ts';

/** What a person's films can be narrowed to and sorted by. */
export const jobs = ['acting', 'directing'] as const;
export type Job = (typeof jobs)[number];
export const filmOrders = ['newest', 'oldest', 'title'] as const;
export type FilmOrder = (typeof filmOrders)[number];

export interface FilmographySearch {
  job?: Job;
  sort?: FilmOrder;
}

/** Reads a person's address; what it does not know is left out. */
export const filmographySearch = (raw: Record<string, unknown>): FilmographySearch => ({
  job: jobs.find((job) => job === textIn(raw.job)),
  sort: filmOrders.find((order) => order === textIn(raw.sort)),
});

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
