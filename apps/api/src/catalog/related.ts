import type { Database } from '@cinematheque/db/open';
import type { RelatedMovie } from '@cinematheque/shared/movie';
import { sql } from 'kysely';
import { array, type Json, movieCard } from '../json.ts';

/** Of each kind of relation so many films are compared. */
const CANDIDATES = 60;

/** So many films before and after it are looked through for those: a film of a rare genre must not read them all. */
const NEIGHBORS = 300;

/** The film is `o` in all of this; what may go with it is `m`. */
const dayOf = (alias: string) => sql`coalesce(${sql.ref(`${alias}.release_date`)}, '-infinity'::date)`;

/** What is compared of a film. */
const compare = sql`m.id, m.director_id, m.country_id, m.release_date`;

const sameDirector = sql`(select ${compare} from movies m where m.director_id = o.director_id and m.id <> o.id
  order by ${dayOf('m')} desc, m.id desc limit ${sql.lit(CANDIDATES)})`;

const sharedCast = sql`select theirs.movie_id as id, count(*) as persons
  from movie_persons ours join movie_persons theirs on theirs.person_id = ours.person_id
  where ours.movie_id = o.id and theirs.movie_id <> o.id
  group by theirs.movie_id order by count(*) desc, theirs.movie_id limit ${sql.lit(CANDIDATES)}`;

const genresOf = (film: string): Json =>
  sql`array(select genre_id from movie_genres where movie_id = ${sql.ref(`${film}.id`)})`;

/** Films before or after it that have a genre or the country in common, the nearest in time first. */
const near = (side: Json, order: Json): Json => sql`(select ${compare} from (
    select ${compare} from movies m where ${dayOf('m')} ${side} ${dayOf('o')} and m.id <> o.id
    order by ${order} limit ${sql.lit(NEIGHBORS)}) m
  where m.country_id = o.country_id or ${genresOf('m')} && ${genresOf('o')}
  order by ${order} limit ${sql.lit(CANDIDATES)})`;

const sharedGenres = sql`(select array_agg(g.name order by ours.position, g.id) from movie_genres ours
  join movie_genres theirs on theirs.genre_id = ours.genre_id join genres g on g.id = ours.genre_id
  where ours.movie_id = o.id and theirs.movie_id = m.id)`;

const compared = sql`
  select m.id, coalesce(m.director_id = o.director_id, false) as director, coalesce(s.persons, 0) as persons,
    coalesce(${sharedGenres}, '{}') as genres,
    case when m.country_id = o.country_id
      then (select n.name from countries n where n.id = o.country_id) end as country,
    case when date_trunc('decade', m.release_date) = date_trunc('decade', o.release_date)
      then to_char(date_trunc('decade', o.release_date), 'YYYY"s"') end as decade,
    abs(m.release_date - o.release_date) as days
  from (${sameDirector} union select ${compare} from shared join movies m using (id)
    union ${near(sql`<=`, sql`${dayOf('m')} desc, m.id desc`)}
    union ${near(sql`>=`, sql`${dayOf('m')}, m.id`)}) m
  left join shared s on s.id = m.id`;

const likeness = sql`6 * director::int + 3 * least(persons, 5) + cardinality(genres)
  + (country is not null)::int + (decade is not null)::int`;

/** "same director, 3 actors in common", or what else they share: "Noir, France, 1950s". */
const reason = sql`case when c.director or c.persons > 0
  then concat_ws(', ', case when c.director then 'same director' end,
    case c.persons when 0 then null when 1 then '1 actor in common' else c.persons || ' actors in common' end)
  else concat_ws(', ', nullif(array_to_string(c.genres[:2], ', '), ''), c.country, c.decade) end`;

/** Films that go with one, the most alike first, each with the reason. Null when there is no such film. */
export function readRelated(
  db: Database,
  id: number,
  limit: number,
): Promise<{ items: RelatedMovie[] } | null> {
  const related = array(sql`
    with shared as materialized (${sharedCast}), compared as materialized (${compared})
    select ${movieCard('m', sql`, 'reason', ${reason}`)} as j
    from (select *, ${likeness} as likeness from compared
      order by likeness desc, days, id limit ${sql.lit(limit)}) c
    join movies m on m.id = c.id
    order by c.likeness desc, c.days, c.id`);
  return db.read(sql`select (
    select json_build_object('items', ${related}) from movies o where o.id = ${id}) as j`);
}
