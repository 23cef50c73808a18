import type { Database } from '@cinematheque/db/open';
import type { FavoriteListInput } from '@cinematheque/shared/favorite';
import type { movieCard as movieCardRow } from '@cinematheque/shared/movie-card';
import { sql } from 'kysely';
import type { z } from 'zod';
import { movieCard } from '../json.ts';
import { movieConditions, movieSorts } from '../movie-filter.ts';
import { readPage, type SortKey, sortBy } from '../page.ts';

/** The orders of films, and the one that only a list of one's own has. */
const orderOf = (sort: FavoriteListInput['sort'] = 'kept'): SortKey =>
  sort === 'kept' ? sortBy.instant('mine.created_at', true) : movieSorts[sort];

/** One page of the films that somebody keeps. */
export function listFavorites(
  db: Database,
  userId: number,
  { sort, cursor, limit = 24, ...filter }: FavoriteListInput,
) {
  const order = orderOf(sort);
  return readPage<z.input<typeof movieCardRow>>(db, {
    table: 'movies',
    alias: 'm',
    join: sql`join favorite_movies mine on mine.movie_id = m.id and mine.user_id = ${userId}
      join movie_counters kept on kept.movie_id = m.id`,
    where: movieConditions(filter),
    sort: [order, sortBy.id('mine.movie_id', order.descending)],
    row: movieCard('m'),
    limit,
    cursor,
  });
}
