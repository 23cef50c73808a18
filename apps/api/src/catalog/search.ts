import { type SearchResult, searchInput, searchResult } from '@cinematheque/shared/search';
import { sql } from 'kysely';
import { array, type Json, movieCard } from '../json.ts';
import { matches } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { characterCard } from './characters.ts';
import { countryCard } from './countries.ts';
import { directorCard } from './directors.ts';
import { genreCard } from './genres.ts';
import { personCard } from './persons.ts';

/** One kind of thing that is searched: its table, the folded text, what it shows, and what makes it better known. */
interface Group {
  table: string;
  alias: string;
  text: string;
  card: Json;
  known: Json;
}

const groups: Record<keyof SearchResult, Group> = {
  movies: {
    table: 'movies',
    alias: 'm',
    text: 'm.title_folded',
    card: movieCard('m'),
    known: sql`(select count(*) from movie_persons x where x.movie_id = m.id)`,
  },
  persons: {
    table: 'persons',
    alias: 'p',
    text: 'p.name_folded',
    card: personCard('p'),
    known: sql`(select count(*) from movie_persons x where x.person_id = p.id)`,
  },
  directors: {
    table: 'directors',
    alias: 'd',
    text: 'd.name_folded',
    card: directorCard,
    known: sql`(select count(*) from movies x where x.director_id = d.id)`,
  },
  characters: {
    table: 'characters',
    alias: 'c',
    text: 'c.name_folded',
    card: characterCard('c'),
    known: sql`-c.position`,
  },
  genres: { table: 'genres', alias: 'g', text: 'g.sort_name', card: genreCard, known: sql`1::int` },
  countries: { table: 'countries', alias: 'c', text: 'c.sort_name', card: countryCard, known: sql`1::int` },
};

/** Best matches are ranked among this many candidates of a kind. */
const CANDIDATES = 200;

/**
 * The best of one kind: the whole text, then its beginning, then a word's beginning, then anywhere, then what only
 * sounds alike (trigrams, for typing errors); among equals the better known.
 */
function best({ table, alias, text, card, known }: Group, q: string, limit: number): Json {
  const folded = sql.ref(text);
  const wanted = sql`fold(${q})`;
  const words = matches(text, q);
  const contains = words.length ? sql`(${sql.join(words, sql` and `)})` : sql`false`;
  return array(sql`
    select ${card} as j from (
      select ${sql.ref(alias)}.*, case
          when ${folded} = ${wanted} then 0
          when ${folded} like ${wanted} || '%' then 1
          when ' ' || ${folded} like '% ' || ${wanted} || '%' then 2
          when ${contains} then 3
          else 5 - word_similarity(${wanted}, ${folded}) end as rank
      from ${sql.table(table)} ${sql.ref(alias)}
      where ${wanted} <> '' and (${contains} or ${wanted} <% ${folded})
      order by rank, length(${folded}) limit ${sql.lit(CANDIDATES)}) ${sql.ref(alias)}
    order by rank, ${known} desc, length(${folded}), ${sql.ref(`${alias}.id`)} limit ${limit}`);
}

export const search = router({
  /** Everything that fits what somebody typed, grouped by kind, in one statement. */
  everything: publicProcedure
    .input(searchInput)
    .output(searchResult)
    .query(({ ctx, input: { q, limit = 8 } }) => {
      const found = Object.entries(groups).map(
        ([name, group]) => sql`${sql.lit(name)}, ${best(group, q, limit)}`,
      );
      return ctx.db.read(sql`select json_build_object(${sql.join(found)}) as j`);
    }),
});
