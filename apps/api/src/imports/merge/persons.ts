import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { recognizePeople } from './people.ts';
import { addRows, run } from './run.ts';

/** What a step wrote: rows that are new, and rows that were there and had something empty. */
export interface Written {
  added: number;
  filled: number;
}

/** Adds the people whom a cast needs, and fills what the catalog does not know of those it has. */
export async function mergePersons(tx: Transaction): Promise<Written> {
  await recognizePeople(
    tx,
    'persons',
    sql`select c.*, f.wants_cast as wanted from import_credits c join import_films f using (film)`,
  );
  const filled = await run(
    tx,
    sql`update persons p set tmdb_id = coalesce(p.tmdb_id, s.tmdb_id),
        gender = case p.gender when 'unknown' then s.gender else p.gender end
      from import_persons s
      where p.id = s.id and not s.is_new
        and (p.tmdb_id is null and s.tmdb_id is not null or p.gender = 'unknown' and s.gender <> 'unknown')`,
  );
  const added = await addRows(
    tx,
    'persons',
    sql`insert into persons (id, first_name, last_name, gender, tmdb_id)
      select id, first_name, last_name, gender, tmdb_id from import_persons where is_new order by id`,
  );
  return { added, filled };
}

/** Adds the directors whom a film needs. One whose TMDB id a person has too is linked to that person. */
export async function mergeDirectors(tx: Transaction): Promise<Written> {
  await recognizePeople(
    tx,
    'directors',
    sql`select director as person, director_tmdb_id as tmdb_id, director_first_name as first_name,
        director_last_name as last_name, 'unknown' as gender, wants_director as wanted, film, 0 as place
      from import_films where director is not null`,
  );
  const samePerson = sql`(select p.id from persons p where p.tmdb_id = s.tmdb_id
    and not exists (select from directors o where o.person_id = p.id))`;
  const filled = await run(
    tx,
    sql`update directors d set tmdb_id = coalesce(d.tmdb_id, s.tmdb_id), person_id = coalesce(d.person_id, s.same)
      from (select s.*, ${samePerson} as same from import_directors s) s
      where d.id = s.id and not s.is_new
        and (d.tmdb_id is null and s.tmdb_id is not null or d.person_id is null and s.same is not null)`,
  );
  const added = await addRows(
    tx,
    'directors',
    sql`insert into directors (id, first_name, last_name, tmdb_id, person_id)
      select id, first_name, last_name, tmdb_id, ${samePerson} from import_directors s where is_new order by s.id`,
  );
  return { added, filled };
}
