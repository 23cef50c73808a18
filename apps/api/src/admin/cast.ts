import { select, type Transaction } from '@cinematheque/db/change';
import type { Fields } from '@cinematheque/shared/error';
import type { CastInput } from '@cinematheque/shared/movie';
import { sql } from 'kysely';
import { invalid } from '../errors.ts';
import { refuseMissing } from './missing.ts';

/**
 * A film's genres and cast are saved as wholes: what is not named goes, what is new comes, what stays keeps its row.
 * Each is one statement over the whole list, whose parts touch different rows, and only those that change.
 */

export async function saveGenres(tx: Transaction, movieId: number, genreIds: number[]): Promise<void> {
  await refuseMissing(tx, 'genres', genreIds, (index) => `genreIds.${index}`);
  const unique = [...new Set(genreIds)];
  await select(
    tx,
    sql`with gone as (
        delete from movie_genres where movie_id = ${movieId} and genre_id <> all(${unique}::int[]))
      insert into movie_genres (movie_id, genre_id, position)
      select ${movieId}, id, place - 1 from unnest(${unique}::int[]) with ordinality as chosen(id, place)
      on conflict (movie_id, genre_id) do update set position = excluded.position
      where movie_genres.position <> excluded.position`,
  );
}

export async function saveCast(tx: Transaction, movieId: number, cast: CastInput[]): Promise<void> {
  const personIds = cast.map(({ personId }) => personId);
  refuseTwice(personIds);
  await refuseMissing(tx, 'persons', personIds, (index) => `cast.${index}.personId`);
  const lines = cast.flatMap(({ personId, characters }, line) =>
    characters.map((character, place) => ({ ...character, personId, line, place })),
  );
  const characters = JSON.stringify(lines.map((line, position) => ({ ...line, position })));
  await refuseForeignCharacters(tx, movieId, lines);

  const kept = lines.flatMap(({ id }) => id ?? []);
  // Keys are checked at the statement's end, so a character may come with its person, or leave one who goes.
  await select(
    tx,
    sql`with given as (select * from json_to_recordset(${characters}::json) as n(id int, name text,
          description text, role text, "personId" int, position int)),
        gone as (delete from characters where movie_id = ${movieId} and id <> all(${kept}::int[])),
        left_out as (delete from movie_persons where movie_id = ${movieId} and person_id <> all(${personIds}::int[])),
        billed as (
          insert into movie_persons (movie_id, person_id, position)
          select ${movieId}, id, place - 1 from unnest(${personIds}::int[]) with ordinality as billed(id, place)
          on conflict (movie_id, person_id) do update set position = excluded.position
          where movie_persons.position <> excluded.position),
        changed as (
          update characters c set name = n.name, description = n.description, role = n.role,
            person_id = n."personId", position = n.position
          from given n where c.id = n.id and (c.name, c.description, c.role, c.person_id, c.position)
            is distinct from (n.name, n.description, n.role, n."personId", n.position))
      insert into characters (name, description, role, movie_id, person_id, position)
      select n.name, n.description, n.role, ${movieId}, n."personId", n.position
      from given n where n.id is null order by n.position`,
  );
}

function refuseTwice(personIds: number[]): void {
  const fields: Fields = {};
  personIds.forEach((id, index) => {
    if (personIds.indexOf(id) < index) {
      fields[`cast.${index}.personId`] = 'Is in the cast already: put all the characters on one line';
    }
  });
  if (Object.keys(fields).length) throw invalid(fields);
}

/** A character with an id must be one of this film's: no id reaches into another film. */
async function refuseForeignCharacters(
  tx: Transaction,
  movieId: number,
  lines: { id?: number | undefined; line: number; place: number }[],
): Promise<void> {
  const ids = lines.flatMap(({ id }) => id ?? []);
  if (!ids.length) return;
  const own = await select(
    tx,
    sql<{ id: number }>`select id from characters where movie_id = ${movieId} and id = any(${ids}::int[])`,
  );
  const known = new Set(own.map(({ id }) => id));
  const seen = new Set<number>();
  const fields: Fields = {};
  for (const { id, line, place } of lines) {
    if (id === undefined) continue;
    if (!known.has(id) || seen.has(id)) {
      fields[`cast.${line}.characters.${place}.id`] = seen.has(id)
        ? 'Is on another line already'
        : 'Is no character of this film (any more)';
    }
    seen.add(id);
  }
  if (Object.keys(fields).length) throw invalid(fields);
}
