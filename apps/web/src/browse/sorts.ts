import type { MovieSort } from '@cinematheque/shared/movie';

/** What the orders of films are called. */
export const sortLabels = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'Title, A to Z',
  longest: 'Longest first',
  shortest: 'Shortest first',
  budget: 'Biggest budget',
  favorites: 'Most kept',
  added: 'Added lately',
} as const satisfies Record<MovieSort, string>;
