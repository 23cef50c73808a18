import type { WorklistResource } from '@cinematheque/shared/dashboard';

/** Where a number of the overview leads: the list of exactly what it counts. */
export interface ListLink {
  to: '/$resource';
  params: { resource: string };
  search: { filter: string };
}

const link = (resource: string, filter: unknown): ListLink => ({
  to: '/$resource',
  params: { resource },
  search: { filter: JSON.stringify(filter) },
});

export const withoutLink = (resource: WorklistResource, field: string): ListLink =>
  link(resource, { field, op: 'empty' });

export const decadeLink = (decade: number): ListLink =>
  link('movies', {
    and: [
      { field: 'releaseDate', op: 'from', value: String(decade) },
      { field: 'releaseDate', op: 'until', value: String(decade + 9) },
    ],
  });

export const genreLink = (id: number): ListLink =>
  link('movies', { field: 'genreIds', op: 'any', value: [id] });
export const countryLink = (id: number): ListLink =>
  link('movies', { field: 'countryId', op: 'any', value: [id] });
/** Files that nothing shows. */
export const unused = { field: 'uses', op: 'is', value: 0 } as const;
export const unusedLink = link('files', unused);
export const favoritesOfLink = (userId: number): ListLink =>
  link('favoriteMovies', { field: 'userId', op: 'any', value: [userId] });
export const favoritesOnLink = (movieId: number): ListLink =>
  link('favoriteMovies', { field: 'movieId', op: 'any', value: [movieId] });
