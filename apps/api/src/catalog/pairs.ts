import type { Database } from '@cinematheque/db/open';
import type { ActorPair, DirectorPair } from '@cinematheque/shared/statistics';
import { sql } from 'kysely';
import { array, directorRef, type Json, personRef } from '../json.ts';

/**
 * Pairs are looked for among so many people, those with the most films: of a hundred thousand films every pair would
 * be some millions. Nobody else is in more films than any of them, so in a pair neither.
 */
const AMONG = 5_000;

const best = sql`best as materialized (
  select person_id, movies from person_counters where movies > 1
  order by movies desc, person_id desc limit ${sql.lit(AMONG)})`;

const person = (id: Json) => sql`(select ${personRef('p')} from persons p where p.id = ${id})`;

/** Who were in two films or more together, the most frequent first. */
export function actorPairs(db: Database, limit: number): Promise<{ items: ActorPair[] }> {
  return db.read(sql`
    with ${best},
      credits as materialized (
        select c.movie_id, c.person_id from best join movie_persons c on c.person_id = best.person_id),
      pairs as (
        select one.person_id as a, other.person_id as b, count(*) as movies
        from credits one join credits other on other.movie_id = one.movie_id and other.person_id > one.person_id
        group by 1, 2 having count(*) > 1 order by 3 desc, 1, 2 limit ${limit})
    select json_build_object('items', ${array(sql`
      select json_build_object('persons', json_build_array(${person(sql`a`)}, ${person(sql`b`)}),
        'movies', movies) as j
      from pairs order by movies desc, a, b`)}) as j`);
}

/** Who was in two films or more of a director, the most frequent first; one who directs himself is no pair. */
export function directorPairs(db: Database, limit: number): Promise<{ items: DirectorPair[] }> {
  return db.read(sql`
    with ${best},
      pairs as (
        select m.director_id as a, c.person_id as b, count(*) as movies
        from best join movie_persons c on c.person_id = best.person_id join movies m on m.id = c.movie_id
        join directors d on d.id = m.director_id and d.person_id is distinct from c.person_id
        group by 1, 2 having count(*) > 1 order by 3 desc, 1, 2 limit ${limit})
    select json_build_object('items', ${array(sql`
      select json_build_object('director', (select ${directorRef('d')} from directors d where d.id = a),
        'person', ${person(sql`b`)}, 'movies', movies) as j
      from pairs order by movies desc, a, b`)}) as j`);
}
