import type { MovieCard } from '@cinematheque/shared/movie-card';

const film = (id: number): MovieCard => ({
  id,
  title: 'Zofia and the Wild Garden',
  releaseDate: '1966-02-16',
  releaseDatePrecision: 'day',
  durationMinutes: 145,
  budget: 51_125_024,
  director: { id: 183, firstName: 'Antoine', lastName: 'Kurosawa' },
  country: { id: 26, name: 'Turkey' },
  genres: [
    { id: 1, name: 'Action' },
    { id: 8, name: 'Drama' },
    { id: 15, name: 'Mystery' },
  ],
  poster: {
    ...{ id, url: `/files/${id}/0123456789abcdef/1440.webp`, width: 1000, height: 1500 },
    ...{ color: '#8a8378', focus: null },
  },
});

/** What movies.list answers for a page of 24 films, made up: about 10 KB of JSON. */
export const constantAnswer = {
  items: Array.from({ length: 24 }, (_, index) => film(5000 - index)),
  nextCursor: 'WyJBUTdYbTVoTSIsIjE5NjYtMDItMTYiLDQ5Nzdd',
  total: { value: 4803, exact: true },
};
