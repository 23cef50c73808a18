import { FavoriteMovie } from '@cinematheque/db/entities/favorite-movie';
import {
  favoriteMovieInput,
  favoriteMovieKey,
  favoriteMovieListFields,
  favoriteMovieRow,
  keptMovie,
} from '@cinematheque/shared/joins';
import { page, pageInput } from '@cinematheque/shared/resource';
import { sql } from 'kysely';
import { z } from 'zod';
import { crudOfPairs } from '../crud.ts';
import { movieCard, movieRef } from '../json.ts';
import { readPage, sortBy } from '../page.ts';
import { adminProcedure } from '../trpc.ts';
import { filmFilters } from './related.ts';

const resource = {
  entity: FavoriteMovie,
  noun: 'favorite',
  input: favoriteMovieInput,
  row: favoriteMovieRow,
  fields: favoriteMovieListFields,
  computed: {
    id: sql`json_build_object('userId', t.user_id, 'movieId', t.movie_id)`,
    user: sql`(select json_build_object('id', u.id, 'username', u.username) from users u where u.id = t.user_id)`,
    movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
  },
  join: sql`join movies film on film.id = t.movie_id`,
  filters: filmFilters,
  search: 'film.title_folded',
  sort: {
    movie: (down: boolean) => sortBy.text('film.sort_title', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['-createdAt'],
};

/** Who keeps what is personal: administrators only. */
export const favoriteMovies = {
  ...crudOfPairs(resource, favoriteMovieKey, adminProcedure),
  /** The films that are kept by most. */
  most: adminProcedure
    .input(z.strictObject({ cursor: pageInput.cursor, limit: pageInput.limit }).default({}))
    .output(page(keptMovie))
    .query(({ ctx, input: { cursor, limit = 50 } }) =>
      readPage(ctx.db, {
        table: 'movie_counters',
        alias: 'c',
        where: [sql`c.favorites > 0`],
        sort: [
          { by: sql.ref('c.favorites'), name: 'c.favorites', type: 'int', descending: true },
          sortBy.id('c.movie_id', true),
        ],
        row: sql`(select ${movieCard('m', sql`, 'favorites', c.favorites`)} from movies m where m.id = c.movie_id)`,
        limit,
        cursor,
      }),
    ),
};
