import type { Database } from '@cinematheque/db/open';
import { type SearchResult, searchInput, searchResult } from '@cinematheque/shared/search';
import { sql } from 'kysely';
import { array, type Json, movieCard, movieRef, personRef } from '../json.ts';
import { publicProcedure, router } from '../trpc.ts';
import { characterCard } from './characters.ts';
import { countryCard } from './countries.ts';
import { directorCard } from './directors.ts';
import { genreCard } from './genres.ts';
import { personCard } from './persons.ts';
import { allMeant, asked, type Names, rank, stages } from './search-stages.ts';

/** What is frequent is looked for among so many of the best known first. */
const BEST = sql.lit(400);
/** Films whose parts are looked through first, and how much of their cast. */
const [BEST_FILMS, BEST_PARTS] = [sql.lit(200), sql.lit(8)];

const filmKnown = (movieId: Json) =>
  sql`(select k.favorites + k.credits from movie_counters k where k.movie_id = ${movieId})`;

interface Group extends Names {
  alias: string;
  card: Json;
  /** The more, the better known. */
  known: Json;
}

const movies: Group = {
  table: 'movies',
  alias: 'm',
  name: 'title_folded',
  sorted: 'sort_title',
  best: sql`select m.id, m.title_folded as name, m.sort_title as sorted from (
    select movie_id from movie_counters order by favorites + credits desc, movie_id desc limit ${BEST}) k
    join movies m on m.id = k.movie_id`,
  card: movieCard('m'),
  known: filmKnown(sql`m.id`),
};

const persons: Group = {
  table: 'persons',
  alias: 'p',
  name: 'name_folded',
  sorted: 'sort_name',
  best: sql`select p.id, p.name_folded as name, p.sort_name as sorted from (
    select person_id from person_counters order by movies desc, person_id desc limit ${BEST}) k
    join persons p on p.id = k.person_id`,
  card: personCard('p'),
  known: sql`(select k.movies from person_counters k where k.person_id = p.id)`,
};

const directors: Group = {
  table: 'directors',
  alias: 'd',
  name: 'name_folded',
  sorted: 'sort_name',
  best: sql`select d.id, d.name_folded as name, d.sort_name as sorted from (
    select director_id from director_counters order by movies desc, director_id desc limit ${BEST}) k
    join directors d on d.id = k.director_id`,
  card: directorCard,
  known: sql`(select k.movies from director_counters k where k.director_id = d.id)`,
};

const characters: Names = {
  table: 'characters',
  name: 'name_folded',
  best: sql`select c.id, c.name_folded as name, c.name_folded as sorted from (
    select movie_id from movie_counters order by favorites + credits desc, movie_id desc limit ${BEST_FILMS}) k
    join characters c on c.movie_id = k.movie_id and c.position < ${BEST_PARTS}`,
};

/** The best of one kind; among those that fit as well the better known. */
const best = (group: Group, limit: number): Json => {
  const { table, alias, name, sorted, card, known } = group;
  const [text, sort] = [sql.ref(`${alias}.${name}`), sql.ref(`${alias}.${sorted}`)];
  return array(sql`
    with ${stages(group, limit)}
    select ${card} as j from (
      select ${sql.ref(alias)}.*, ${rank(text, sort)} as rank, ${known} as known
      from found join ${sql.table(table)} ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} = found.id, asked
      order by rank, known desc, length(${text}), ${sql.ref(`${alias}.id`)} limit ${sql.lit(limit)}) ${sql.ref(alias)}
    order by rank, known desc, length(${text}), ${sql.ref(`${alias}.id`)}`);
};

/** How many parts of one name are shown besides the first, and up to where they are counted. */
const [OTHERS, COUNTED] = [sql.lit(4), sql.lit(100)];

/** A name that many characters have is one result: that of the best known film, with some of the others. */
const bestCharacters = (limit: number): Json =>
  array(sql`
  with ${stages(characters, limit)},
    ranked as (select c.*, ${rank(sql`c.name_folded`)} as rank, ${filmKnown(sql`c.movie_id`)} as known
      from found join characters c on c.id = found.id, asked),
    names as (select distinct on (name_folded) * from ranked
      order by name_folded, position < 3 desc, known desc, position, id)
  select ${characterCard(
    'c',
    sql`, 'count', (select count(*) from (
        select from characters o where o.name_folded = c.name_folded limit ${COUNTED}) counted),
      'others', ${array(sql`
        select json_build_object('id', o.id, 'movie', ${movieRef('m')}, 'person', ${personRef('p')}) as j
        from (select * from (select *, ${filmKnown(sql`o.movie_id`)} as known from characters o
            where o.name_folded = c.name_folded and o.id <> c.id limit ${COUNTED}) o
          order by o.position < 3 desc, o.known desc, o.id limit ${OTHERS}) o
        join movies m on m.id = o.movie_id join persons p on p.id = o.person_id
        order by o.position < 3 desc, o.known desc, o.id`)}`,
  )} as j
  from (select * from names order by rank, position < 3 desc, known desc, length(name_folded), id
    limit ${sql.lit(limit)}) c
  order by c.rank, c.position < 3 desc, c.known desc, length(c.name_folded), c.id`);

/** Genres and countries are few: each is looked at. */
const bestOfFew = (table: 'genres' | 'countries', alias: string, card: Json, limit: number): Json => {
  const text = sql.ref(`${alias}.sort_name`);
  return array(sql`
    with ranked as (select t.*, ${rank(sql`t.sort_name`)} as rank from ${sql.table(table)} t, asked)
    select ${card} as j from ranked ${sql.ref(alias)}
    where rank <= 3 or not exists (select from ranked where rank <= 3) and search_vector(${text}) @@ ${allMeant}
    order by rank, length(${text}), ${sql.ref(`${alias}.id`)} limit ${sql.lit(limit)}`);
};

/** Everything that fits what somebody typed, grouped by kind, in one statement. */
export const readSearch = (db: Database, q: string, limit: number): Promise<SearchResult> =>
  // The smaller tables first: the first that has the name is enough.
  db.read(sql`with ${asked(q, [directors, movies, persons, characters])} select json_build_object(
    'movies', ${best(movies, limit)}, 'persons', ${best(persons, limit)},
    'directors', ${best(directors, limit)}, 'characters', ${bestCharacters(limit)},
    'genres', ${bestOfFew('genres', 'g', genreCard, limit)},
    'countries', ${bestOfFew('countries', 'c', countryCard, limit)}) as j`);

export const search = router({
  everything: publicProcedure
    .input(searchInput)
    .output(searchResult)
    .query(({ ctx, input: { q, limit = 8 } }) => readSearch(ctx.db, q, limit)),
});
