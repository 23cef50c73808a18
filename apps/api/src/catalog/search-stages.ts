import { sql } from 'kysely';
import type { Json } from '../json.ts';

/** One kind of thing that has a name: where it is looked for. */
export interface Names {
  table: string;
  /** The folded name, a column of the table. */
  name: string;
  /** The same as lists sort it ("gabin jean", "godfather"), when there is such a column. */
  sorted?: string;
  /** The best known, best first: rows of id, name and sorted. */
  best: Json;
}

/** No character is beyond it: what begins with x is from x up to x and this. */
const LAST = sql.lit('\u{10ffff}');

/** Of a stage that finds more, so many are ranked. */
const CANDIDATES = 300;

/** Who finds fewer than this, and no name as typed, may have made a mistake. */
const FEW = sql.lit(3);

/** Words are what search_words() left: no quote or backslash is among their characters. */
const lexeme = (word: Json) => sql`'''' || ${word} || ''''`;
/** A word is a beginning, but for one or two letters beside other words: too much begins so for an index. */
const beginning = (word: Json) =>
  sql`${lexeme(word)} || case when length(${word}) > 2 or cardinality(words) = 1 then ':*' else '' end`;

/**
 * The tables that every group asks: `asked` has what was typed, `meant` what it may be a misspelling of, `together`
 * whether it is a whole name of any of `kinds`, which are looked through in this order.
 */
export const asked = (q: string, kinds: Pick<Names, 'table' | 'name'>[]): Json => sql`
  folded as materialized (select fold(${q}) as text),
  asked as materialized (
    select text, replace(text, ' ', '') as compact,
      -- A Chinese or Japanese word is one letter, and may stand anywhere.
      array(select case when length(w) = 1 and octet_length(w) > 1 then '%' else '% ' end || w || '%'
        from unnest(words) w) as starts,
      array(select '%' || w || '%' from unnest(words) w) as parts, words,
      -- The longest two, once more if there is one alone: of what both are in the index finds few.
      array(select '%' || w || '%' from unnest(words || words) w where length(w) > 2
        order by row_number() over (partition by w), length(w) desc, w limit 2) as longest,
      ((select string_agg(${beginning(sql`w`)}, '&') from unnest(words) w)
        || case when cardinality(words) between 2 and 4
          then '|' || ${lexeme(sql`array_to_string(words, '')`)} || ':*' else '' end)::tsquery as query,
      ((select string_agg(${lexeme(sql`w`)}, '&') from unnest(words) w)
        || '|' || ${lexeme(sql`array_to_string(words, '')`)})::tsquery as whole
    from folded, lateral (select array(select w from unnest(search_words(text)) with ordinality u (w, n)
      group by w order by min(n) limit 8) as words) cut
    where cardinality(words) > 0),
  -- For each word what it may be: itself, where a name begins so, and else what is one typing error away; of longer
  -- words without such a neighbor what looks alike.
  meant as materialized (
    select n, '(' || string_agg(lexeme, '|') || ')' as words, (array_agg(word order by place))[1] as best
    from asked, unnest(words) with ordinality typed (w, n),
      -- Once, and not again for every word that it is compared with.
      lateral (select word_rests(w) as rests offset 0) of_w, lateral (
      with near as materialized (
        select v.word from search_words v where length(w) > 2 and v.word <> w and v.rests && of_w.rests)
      select w as word, ${beginning(sql`w`)} as lexeme, 0 as place where exists (
        select from search_words v where v.word >= w and v.word < w || ${LAST})
      union all
      select word, ${beginning(sql`word`)}, row_number() over (order by likeness desc, word) as place
      from (
        select word, similarity(word, w) + (left(word, 1) = left(w, 1))::int * 0.2 as likeness from (
          select word from near
          union all
          select v.word from search_words v
          where length(w) > 5 and v.word <> w and v.word % w and not exists (select from near)) v
        order by likeness desc, word limit 10) alike) found
    group by n),
  corrected as materialized (select string_agg(best, ' ' order by n) as text from meant),
  -- Several words that are all of a name of any kind are no mistake, nor parts of words: then no kind looks further.
  together as materialized (
    select cardinality(words) > 1 and (${sql.join(
      kinds.map(
        ({ table, name }) =>
          sql`exists (select from ${sql.table(table)} where search_vector(${sql.ref(name)}) @@ whole
            and length(replace(${sql.ref(name)}, ' ', '')) = length(compact))`,
      ),
      sql` or `,
    )}) as exist from asked)`;

/** The words as beginnings, which an index has to collect from all that begin so; whole ones where that is a name. */
const wording = sql`(select case when exist then whole else query end from asked, together)`;

const correctedText = sql`(select text from corrected)`;
/** What the words may have been meant for; null when no name has anything like them. */
export const allMeant = sql`(select string_agg(words, '&')::tsquery from meant)`;
/** All words but any one. */
const mostMeant = sql`(select string_agg((select string_agg(o.words, '&') from meant o where o.n <> m.n), '|')::tsquery
  from meant m where (select count(*) from meant) > 1)`;

/**
 * How well a name fits what was typed: the whole (0), all its words in another order or with other spaces, its
 * beginning (1), beginnings of its words (2), parts (3); then how well it fits what was meant.
 */
export const rank = (name: Json, sorted: Json = name): Json => sql`case
  when ${name} = text or ${sorted} = text then 0
  when replace(${name}, ' ', '') = compact then 0.2
  when ' ' || ${name} like all (starts) and length(replace(${name}, ' ', '')) = length(compact) then 0.4
  when starts_with(${name}, text) or starts_with(${sorted}, text) then 1
  when ' ' || ${name} like all (starts) or search_vector(${name}) @@ query then 2
  when ${name} like all (parts) then 3
  when ${name} = ${correctedText} or ${sorted} = ${correctedText} then 4
  when starts_with(${name}, ${correctedText}) or starts_with(${sorted}, ${correctedText}) then 4.2
  when ' ' || ${name} like '% ' || ${correctedText} || '%' then 4.4
  else 6 - round(word_similarity(${correctedText}, ${name})::numeric, 1) end`;

/**
 * Common table expressions whose last, `found`, has the ids to be ranked. A stage that cannot be needed, because those
 * before it have found `limit`, stands behind a count that PostgreSQL takes first, and costs nothing. What many names
 * have in common is found among the best known; so all that is left to the indexes is what few have.
 */
export function stages({ table, name, sorted = name, best }: Names, limit: number): Json {
  const t = sql.table(table);
  const [text, sort] = [sql.ref(`t.${name}`), sql.ref(`t.${sorted}`)];
  const typed = sql`(select text from asked)`;
  const range = (column: Json) => sql`(select t.id from ${t} t
    where ${column} >= ${typed} and ${column} < ${typed} || ${LAST} limit ${sql.lit(CANDIDATES)})`;
  const having = (query: Json) => sql`select t.id from ${t} t where search_vector(${text}) @@ ${query}`;
  const fewer = (than: Json, ...tables: string[]) => sql`(select count(*) from (
    ${sql.join(
      tables.map((one) => sql`select id from ${sql.table(one)}`),
      sql` union `,
    )}) so_far) < ${than}`;
  const enough = sql.lit(limit);
  return sql`
    known as materialized (
      select b.id, starts_with(b.name, text) or starts_with(b.sorted, text) as begins
      from (${best}) b, asked where ' ' || b.name like all (starts)),
    same as materialized (
      (select t.id from ${t} t where ${text} = ${typed} limit ${sql.lit(CANDIDATES)})
      union (select t.id from ${t} t where ${sort} = ${typed} limit ${sql.lit(CANDIDATES)})),
    beginning as materialized (
      select id from (${range(text)} union ${range(sort)}) b
      where (select count(*) from known where begins) < ${enough}),
    worded as materialized (
      ${having(wording)} and ${fewer(enough, 'known', 'same', 'beginning')}
      limit ${sql.lit(CANDIDATES)}),
    within as materialized (
      select t.id from ${t} t
      where ${text} like (select longest[1] from asked) and ${text} like (select longest[2] from asked)
        and ${text} like all (array(select unnest(parts) from asked))
        and ${fewer(enough, 'known', 'same', 'beginning', 'worded')} and not (select exist from together)
      limit ${sql.lit(CANDIDATES)}),
    misspelled as materialized (
      ${having(allMeant)} and ${fewer(FEW, 'known', 'same', 'beginning', 'worded', 'within')}
      and not exists (select from same) and not (select exist from together) limit ${sql.lit(CANDIDATES)}),
    nearly as materialized (
      ${having(mostMeant)} and ${fewer(FEW, 'known', 'same', 'beginning', 'worded', 'within', 'misspelled')}
      and not exists (select from same) and not (select exist from together) limit ${sql.lit(CANDIDATES)}),
    found as (select id from known union select id from same union select id from beginning
      union select id from worded union select id from within union select id from misspelled
      union select id from nearly)`;
}
