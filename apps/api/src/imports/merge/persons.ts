import { addRows, run } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { recognizePeople } from './people.ts';

/** What a step wrote: rows that are new, and rows that were there and had something empty. */
export interface Written {
  added: number;
  filled: number;
}

/** Adds the people whom a cast needs, and fills the gender of those it has. */
export async function mergePersons(tx: Transaction): Promise<Written> {
  await recognizePeople(
    tx,
    'persons',
    sql`select c.*, f.wants_cast as wanted from import_credits c join import_films f using (film)`,
  );
  const filled = await run(
    tx,
    sql`update persons p set gender = s.gender from import_persons s
      where p.id = s.id and not s.is_new and p.gender = 'unknown' and s.gender <> 'unknown'`,
  );
  const added = await addRows(
    tx,
    'persons',
    sql`insert into persons (id, first_name, last_name, gender, tmdb_id)
      select id, first_name, last_name, gender, tmdb_id from import_persons where is_new order by id`,
  );
  return { added, filled };
}

/** Adds the directors whom a film needs. One who is a person of the catalog too is linked to that person. */
export async function mergeDirectors(tx: Transaction): Promise<Written> {
  await recognizePeople(
    tx,
    'directors',
    sql`select director as person, director_tmdb_id as tmdb_id, director_first_name as first_name,
        director_last_name as last_name, 'unknown' as gender, wants_director as wanted, film, 0 as place
      from import_films where director is not null`,
  );
  const linked = sql`exists (select from directors o where o.person_id = p.id)`;
  const filled = await run(
    tx,
    sql`update directors d set person_id = p.id from persons p
      where p.tmdb_id = d.tmdb_id and d.person_id is null and not ${linked}`,
  );
  const added = await addRows(
    tx,
    'directors',
    sql`insert into directors (id, first_name, last_name, tmdb_id, person_id)
      select s.id, s.first_name, s.last_name, s.tmdb_id, p.id
      from import_directors s
      left join import_persons i using (person)
      left join persons k on k.tmdb_id = s.tmdb_id
      left join lateral (select coalesce(i.id, k.id) as id) p on not ${linked}
      where s.is_new order by s.id`,
  );
  return { added, filled };
}
