import { run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import type { ImportedFilm } from '../film.ts';

/**
 * What an import brings waits in temporary tables, as the source has it, until all of it is there. `person` and
 * `director` say who somebody is within the import: the TMDB id or, without one, the folded name. The last five
 * columns of import_films are found out later: the film's row in the catalog, and what of it may be filled.
 */
const tables = [
  `import_films (film int primary key, tmdb_id int, title text, description text, release_date date,
    release_date_precision text, duration_minutes int, budget int, country_iso text, country_name text,
    director text, director_tmdb_id int, director_first_name text, director_last_name text,
    movie_id int, is_new boolean, wants_director boolean, wants_genres boolean, wants_cast boolean)`,
  'import_genres (film int, place int, tmdb_id int, name text)',
  `import_credits (film int, place int, person text, tmdb_id int, first_name text, last_name text, gender text,
    character text, role text)`,
];

/** Makes the staging tables; they go with the transaction. */
export async function createStaging(tx: Transaction): Promise<void> {
  for (const table of tables) await run(tx, sql.raw(`create temp table ${table} on commit drop`));
}

const nameColumns = '"tmdbId" int, "firstName" text, "lastName" text';

const who = (alias: string) =>
  sql.raw(
    `coalesce('TMDB ' || ${alias}."tmdbId", fold(concat_ws(' ', ${alias}."firstName", ${alias}."lastName")))`,
  );

/** Adds films to the staging tables, all in one statement; the first of them is number `first` of the import. */
export async function stageFilms(tx: Transaction, films: ImportedFilm[], first: number): Promise<void> {
  const batch = JSON.stringify(films.map((film, i) => ({ film: first + i, ...film })));
  await run(
    tx,
    sql`with batch as materialized (
        select * from json_to_recordset(${batch}::json) as b (film int, "tmdbId" int, title text, description text,
          "releaseDate" date, "releaseDatePrecision" text, "durationMinutes" int, budget int, country json,
          director json, genres json, "cast" json)),
      films as (
        insert into import_films
        select b.film, b."tmdbId", b.title, b.description, b."releaseDate", b."releaseDatePrecision",
          b."durationMinutes", b.budget, b.country ->> 'isoCode', b.country ->> 'name',
          case when d."lastName" is not null then ${who('d')} end, d."tmdbId", d."firstName", d."lastName"
        from batch b left join lateral json_to_record(b.director) as d (${sql.raw(nameColumns)})
          on json_typeof(b.director) = 'object'),
      genres as (
        insert into import_genres
        select b.film, g.place, g."tmdbId", g.name
        from batch b, rows from (json_to_recordset(b.genres) as ("tmdbId" int, name text))
          with ordinality as g ("tmdbId", name, place))
      insert into import_credits
      select b.film, c.place, ${who('c')}, c."tmdbId", c."firstName", c."lastName", c.gender, c.character, c.role
      from batch b, rows from (json_to_recordset(b."cast") as
          (${sql.raw(nameColumns)}, gender text, character text, role text))
        with ordinality as c ("tmdbId", "firstName", "lastName", gender, character, role, place)`,
  );
}

/** When all is staged: a film that the source has twice counts once, and the planner learns the sizes. */
export async function finishStaging(tx: Transaction): Promise<void> {
  await run(
    tx,
    sql`delete from import_films f using import_films g where g.tmdb_id = f.tmdb_id and g.film < f.film`,
  );
  await run(tx, sql`analyze import_films, import_genres, import_credits`);
}
