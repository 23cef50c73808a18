import type { MovieCard } from '@cinematheque/shared/movie-card';
import { describe, expect, it } from 'vitest';
import { filmographySearch } from './filmography-search.ts';
import { inOrder } from './in-order.ts';

const film = (id: number, title: string, releaseDate: string | null): MovieCard => ({
  ...{ id, title, releaseDate, releaseDatePrecision: 'day', durationMinutes: null, budget: null },
  ...{ director: null, country: null, genres: [], poster: null },
});
const films = [film(1, 'b', null), film(2, 'c', '1950-01-01'), film(3, 'a', '1940-01-01')];
const ids = (order?: 'newest' | 'oldest' | 'title') =>
  inOrder(films, (one) => one, order).map(({ id }) => id);

describe("the order of a life's films", () => {
  it('begins with the newest', () => expect(ids()).toEqual([2, 3, 1]));
  it('or with the oldest; what has no date is last both ways', () =>
    expect(ids('oldest')).toEqual([3, 2, 1]));
  it('or goes by title', () => expect(ids('title')).toEqual([3, 1, 2]));
});

it('reads an address, and leaves out what it does not know', () => {
  expect(filmographySearch({ job: 'acting', sort: 'title' })).toEqual({ job: 'acting', sort: 'title' });
  expect(filmographySearch({ job: 'cooking', sort: ['x'] })).toEqual({});
});
