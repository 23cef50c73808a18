import { addRows, run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import type { Written } from './persons.ts';

/** The countries that the films need, known by their code or else their name. */
export async function mergeCountries(tx: Transaction): Promise<Written> {
  const filled = await run(
    tx,
    sql`update countries c set iso_code = f.country_iso
      from (select distinct on (lower(country_name)) * from import_films
        where country_iso is not null order by lower(country_name), film) f
      where c.iso_code is null and lower(c.name) = lower(f.country_name)
        and not exists (select from countries o where o.iso_code = f.country_iso)`,
  );
  const added = await addRows(
    tx,
    'countries',
    sql`with needed as (
        select f.country_name as name, f.country_iso as iso, min(f.film) as film
        from import_films f left join movies m on m.id = f.movie_id
        where f.country_name is not null and m.country_id is null
          and not exists (select from countries c
            where c.iso_code = f.country_iso or lower(c.name) = lower(f.country_name))
        group by 1, 2),
      by_code as (select distinct on (coalesce(iso, name)) * from needed order by coalesce(iso, name), film),
      by_name as (select distinct on (lower(name)) * from by_code order by lower(name), film)
      insert into countries (name, iso_code) select name, iso from by_name order by film`,
  );
  return { added, filled };
}

/** The genres that the films need, known by their TMDB id or else their name. */
export async function mergeGenres(tx: Transaction): Promise<Written> {
  const filled = await run(
    tx,
    sql`update genres g set tmdb_id = i.tmdb_id
      from (select distinct on (lower(name)) * from import_genres
        where tmdb_id is not null order by lower(name), film) i
      where g.tmdb_id is null and lower(g.name) = lower(i.name)
        and not exists (select from genres o where o.tmdb_id = i.tmdb_id)`,
  );
  const added = await addRows(
    tx,
    'genres',
    sql`with needed as (
        select distinct on (g.name, g.tmdb_id) g.* from import_genres g join import_films f using (film)
        where f.wants_genres
          and not exists (select from genres k where k.tmdb_id = g.tmdb_id or lower(k.name) = lower(g.name))
        order by g.name, g.tmdb_id, g.film, g.place),
      by_id as (select distinct on (coalesce(tmdb_id::text, name)) * from needed
        order by coalesce(tmdb_id::text, name), film, place),
      by_name as (select distinct on (lower(name)) * from by_id order by lower(name), film, place)
      insert into genres (name, tmdb_id) select name, tmdb_id from by_name order by film, place`,
  );
  return { added, filled };
}
