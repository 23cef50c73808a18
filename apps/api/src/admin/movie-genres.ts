import { MovieGenre } from '@cinematheque/db/entities/movie-genre';
import { movieGenreInput, movieGenreKey, movieGenreRow } from '@cinematheque/shared/joins';
import { sql } from 'kysely';
import { crudOfPairs } from '../crud.ts';
import { movieRef, named } from '../json.ts';
import { sortBy } from '../page.ts';

export const movieGenres = crudOfPairs(
  {
    entity: MovieGenre,
    noun: "film's genre",
    input: movieGenreInput,
    row: movieGenreRow,
    computed: {
      id: sql`json_build_object('movieId', t.movie_id, 'genreId', t.genre_id)`,
      movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
      genre: named('t', 'genre_id', 'genres'),
    },
    join: sql`join movies film on film.id = t.movie_id`,
    search: 'film.title_folded',
    sort: {
      movie: (down) => sortBy.text('film.sort_title', down),
      createdAt: (down) => sortBy.instant('t.created_at', down),
    },
    defaultSort: ['-createdAt'],
  },
  movieGenreKey,
);
