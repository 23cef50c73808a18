import { Genre } from '@cinematheque/db/entities/genre';
import { genreInput, genreListFields, genreRow } from '@cinematheque/shared/genre';
import { sql } from 'kysely';
import { crud } from '../crud.ts';
import { sortBy } from '../page.ts';
import { moviesOf } from './uses.ts';

export const genres = crud({
  entity: Genre,
  noun: 'genre',
  input: genreInput,
  row: genreRow,
  fields: genreListFields,
  computed: { movies: sql`(select count(*) from movie_genres x where x.genre_id = t.id)` },
  filters: { name: { by: sql`t.sort_name` } },
  search: 't.sort_name',
  sort: {
    name: (down) => sortBy.text('t.sort_name', down),
    createdAt: (down) => sortBy.instant('t.created_at', down),
    updatedAt: (down) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: sql`t.name`,
  uses: [
    moviesOf(
      (ids) => sql`select x.genre_id, m.id, m.title from movie_genres x
      join movies m on m.id = x.movie_id where x.genre_id = any(${ids})`,
    ),
  ],
});
