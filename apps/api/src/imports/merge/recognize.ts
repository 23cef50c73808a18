import { run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { type RawBuilder, sql } from 'kysely';

/**
 * Finds the films that the catalog has: by TMDB id or, where one side has none, by title and year. A film that has
 * genres or a cast keeps them whole: an editor who shortened a cast meant it, and a list filled up from two sources
 * would be in nobody's order.
 */
export async function recognizeFilms(tx: Transaction): Promise<void> {
  await run(tx, sql`update import_films f set movie_id = m.id from movies m where m.tmdb_id = f.tmdb_id`);
  await recognizeByTitle(tx, sql`f.tmdb_id is not null`, sql`m.tmdb_id is null`);
  await recognizeByTitle(tx, sql`f.tmdb_id is null`, sql`true`);
  await run(
    tx,
    sql`update import_films f set is_new = movie_id is null,
      wants_director = not exists (select from movies m where m.id = f.movie_id and m.director_id is not null),
      wants_genres = not exists (select from movie_genres g where g.movie_id = f.movie_id),
      wants_cast = not exists (select from movie_persons p where p.movie_id = f.movie_id)`,
  );
  await numberNew(tx, 'import_films', 'movie_id', 'movies', sql`is_new`, sql`film`);
}

/** Films of the same title and year are paired in their order, so that a second import pairs them alike. */
async function recognizeByTitle(tx: Transaction, ours: RawBuilder<unknown>, theirs: RawBuilder<unknown>) {
  await run(
    tx,
    sql`with staged as (
        select film, fold(title) as title, year,
          row_number() over (partition by fold(title), year order by film) as nth
        from import_films f, coalesce(extract(year from release_date), 0) as year
        where movie_id is null and ${ours}),
      known as (
        select id, title_folded as title, year,
          row_number() over (partition by title_folded, year order by tmdb_id is not null, id) as nth
        from movies m, coalesce(extract(year from release_date), 0) as year
        where ${theirs} and not exists (select from import_films f where f.movie_id = m.id))
      update import_films f set movie_id = k.id
      from staged s join known k using (title, year, nth) where f.film = s.film`,
  );
}

/** Gives new rows their ids before they are inserted, so that what refers to them can be written at once. */
export async function numberNew(
  tx: Transaction,
  staged: string,
  column: string,
  table: string,
  isNew: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<void> {
  await run(
    tx,
    sql`update ${sql.table(staged)} s set ${sql.ref(column)} = n.id
      from (select place, nextval(pg_get_serial_sequence(${table}, 'id')) as id
        from (select ctid as place from ${sql.table(staged)} where ${isNew} order by ${order}) o) n
      where s.ctid = n.place`,
  );
}
