/** The orders of a list of films. They stand apart for the site, which has no use for the schemas. */
export const movieSorts = [
  'newest',
  'oldest',
  'title',
  'longest',
  'shortest',
  'budget',
  'favorites',
  'added',
] as const;
export type MovieSort = (typeof movieSorts)[number];
