import { type Filter, filterOf, isFilter } from './filter.ts';
import type { movieListFields } from './movie.ts';
import { movieListFields as fields } from './movie.ts';

/** What a filter may not ask; the compiler is the test, and each line that it should refuse says so. */
type MovieFilter = Filter<typeof movieListFields>;

export const right: MovieFilter[] = [
  { field: 'title', op: 'contains', value: 'quai' },
  { field: 'releaseDate', op: 'in', value: '1950' },
  { field: 'posterFileId', op: 'empty' },
  {
    and: [
      { field: 'genreIds', op: 'all', value: [1, 2] },
      { or: [{ field: 'budget', op: 'atLeast', value: 5 }] },
    ],
  },
];
export const parsed = filterOf(fields).parse({ field: 'title', op: 'is', value: 'x' });
export function narrowed(value: unknown): MovieFilter | null {
  return isFilter(fields, value) ? value : null;
}

export const wrong: MovieFilter[] = [
  // @ts-expect-error a field that the list does not have
  { field: 'passwordHash', op: 'starts', value: '$' },
  // @ts-expect-error an operator of another kind
  { field: 'title', op: 'atLeast', value: 'x' },
  // @ts-expect-error a text for a number
  { field: 'budget', op: 'is', value: 'much' },
  // @ts-expect-error one id where a list stands
  { field: 'directorId', op: 'any', value: 3 },
  // @ts-expect-error a title is never empty
  { field: 'title', op: 'empty' },
  // @ts-expect-error emptiness has no value
  { field: 'posterFileId', op: 'empty', value: true },
  // @ts-expect-error a picture is there or not, and no more
  { field: 'posterFileId', op: 'any', value: [1] },
  // @ts-expect-error within a group as well
  { or: [{ field: 'tile', op: 'is', value: 'x' }] },
  // @ts-expect-error no such group
  { not: [] },
];
