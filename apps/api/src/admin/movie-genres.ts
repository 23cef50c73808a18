import { MovieGenre } from '@cinematheque/db/entities/movie-genre';
import {
  movieGenreBulk,
  movieGenreInput,
  movieGenreKey,
  movieGenreListFields,
  movieGenreRow,
} from '@cinematheque/shared/joins';
import { sql } from 'kysely';
import { bulkOfPairs } from '../bulk.ts';
import { crudOfPairs } from '../crud.ts';
import { movieRef, named } from '../json.ts';
import { sortBy } from '../page.ts';
import { filmFilters } from './related.ts';

const resource = {
  entity: MovieGenre,
  noun: "film's genre",
  input: movieGenreInput,
  row: movieGenreRow,
  fields: movieGenreListFields,
  computed: {
    id: sql`json_build_object('movieId', t.movie_id, 'genreId', t.genre_id)`,
    movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
    genre: named('t', 'genre_id', 'genres'),
  },
  join: sql`join movies film on film.id = t.movie_id`,
  filters: { ...filmFilters },
  search: 'film.title_folded',
  sort: {
    movie: (down: boolean) => sortBy.text('film.sort_title', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['-createdAt'],
};

export const movieGenres = {
  ...crudOfPairs(resource, movieGenreKey),
  ...bulkOfPairs(resource, movieGenreKey, movieGenreBulk),
};
