import { FavoriteMovie } from '@cinematheque/db/entities/favorite-movie';
import { favoriteMovieInput, favoriteMovieKey, favoriteMovieRow } from '@cinematheque/shared/joins';
import { sql } from 'kysely';
import { crudOfPairs } from '../crud.ts';
import { movieRef } from '../json.ts';
import { sortBy } from '../page.ts';
import { adminProcedure } from '../trpc.ts';

/** Who keeps what is personal: administrators only. */
export const favoriteMovies = crudOfPairs(
  {
    entity: FavoriteMovie,
    noun: 'favorite',
    input: favoriteMovieInput,
    row: favoriteMovieRow,
    computed: {
      id: sql`json_build_object('userId', t.user_id, 'movieId', t.movie_id)`,
      user: sql`(select json_build_object('id', u.id, 'username', u.username) from users u where u.id = t.user_id)`,
      movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
    },
    join: sql`join movies film on film.id = t.movie_id`,
    search: 'film.title_folded',
    sort: {
      movie: (down) => sortBy.text('film.sort_title', down),
      createdAt: (down) => sortBy.instant('t.created_at', down),
    },
    defaultSort: ['-createdAt'],
  },
  favoriteMovieKey,
  adminProcedure,
);
