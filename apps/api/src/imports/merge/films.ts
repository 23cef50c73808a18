import { addRows, run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import type { Written } from './persons.ts';

/** A staged film with the rows that it refers to. */
const resolved = sql`(
  select f.*, d.id as director_id,
    (select id from countries c where c.iso_code = f.country_iso or lower(c.name) = lower(f.country_name)
      order by c.iso_code is not distinct from f.country_iso desc limit 1) as country_id
  from import_films f left join import_directors d on d.person = f.director)`;

/** Adds the new films and fills what is empty in the others. */
export async function mergeFilms(tx: Transaction): Promise<Written> {
  const filled = await run(
    tx,
    sql`update movies m set
        description = coalesce(m.description, f.description),
        budget = coalesce(m.budget, f.budget),
        release_date = coalesce(m.release_date, f.release_date),
        release_date_precision = case when m.release_date is null and f.release_date is not null
          then f.release_date_precision else m.release_date_precision end,
        duration_minutes = coalesce(m.duration_minutes, f.duration_minutes),
        director_id = coalesce(m.director_id, f.director_id),
        country_id = coalesce(m.country_id, f.country_id),
        tmdb_id = coalesce(m.tmdb_id, f.tmdb_id)
      from ${resolved} f
      where m.id = f.movie_id and not f.is_new and (
        m.description is null and f.description is not null
        or m.budget is null and f.budget is not null
        or m.release_date is null and f.release_date is not null
        or m.duration_minutes is null and f.duration_minutes is not null
        or m.director_id is null and f.director_id is not null
        or m.country_id is null and f.country_id is not null
        or m.tmdb_id is null and f.tmdb_id is not null)`,
  );
  const added = await addRows(
    tx,
    'movies',
    sql`insert into movies (id, title, description, budget, release_date, release_date_precision, duration_minutes,
        director_id, country_id, tmdb_id)
      select movie_id, title, description, budget, release_date, release_date_precision, duration_minutes,
        director_id, country_id, tmdb_id
      from ${resolved} f where is_new order by movie_id`,
  );
  return { added, filled };
}

/** Gives genres to the films that have none. */
export function addGenreLinks(tx: Transaction): Promise<number> {
  return addRows(
    tx,
    'movie_genres',
    sql`insert into movie_genres (movie_id, genre_id, position)
      select f.movie_id, k.id, min(g.place) - 1
      from import_genres g join import_films f using (film)
      join lateral (select id from genres k where k.tmdb_id = g.tmdb_id or lower(k.name) = lower(g.name)
        order by k.tmdb_id is not distinct from g.tmdb_id desc limit 1) k on true
      where f.wants_genres
      group by f.movie_id, k.id order by f.movie_id, min(g.place)`,
  );
}

/** Gives a cast to the films that have none: who plays two parts stands at the place of the first. */
export function addCast(tx: Transaction): Promise<number> {
  return addRows(
    tx,
    'movie_persons',
    sql`insert into movie_persons (movie_id, person_id, position)
      select f.movie_id, p.id, min(c.place) - 1
      from import_credits c join import_films f using (film) join import_persons p using (person)
      where f.wants_cast
      group by f.movie_id, p.id order by f.movie_id, min(c.place)`,
  );
}

/** The characters of those casts, each at its own place in the billing. */
export function addCharacters(tx: Transaction): Promise<number> {
  return addRows(
    tx,
    'characters',
    sql`insert into characters (name, role, movie_id, person_id, position)
      select c.character, c.role, f.movie_id, p.id, c.place - 1
      from import_credits c join import_films f using (film) join import_persons p using (person)
      where f.wants_cast and c.character is not null
      order by f.movie_id, c.place`,
  );
}
