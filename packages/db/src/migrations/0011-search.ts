import { Migration } from '@mikro-orm/migrations';

/**
 * Search by words: in any order, from their first letter on, and with typing errors. What the indexes hold is computed
 * from the folded names, so nothing here can be out of date but the vocabulary, which only grows.
 */
export class Migration0011Search extends Migration {
  override name = '0011-search';

  override up(): void {
    for (const statement of functions) this.addSql(statement);

    // Every word that something in the catalog has or had in its name, each with what is left of it when
    // one letter is missing: two words that share such a rest are one typing error apart (a letter too many, too few,
    // another, or two in the wrong order).
    this.addSql(`create table search_words (
      word text collate "C" primary key check (word <> ''),
      rests text[] collate "C" not null generated always as (word_rests(word)) stored
    )`);
    for (const { table, column } of named) {
      this.addSql(`insert into search_words (word) select distinct w from ${table}, unnest(search_words(${column})) w
        order by w on conflict do nothing`);
    }
    this.addSql('create index search_words_rests on search_words using gin (rests)');
    this.addSql('create index search_words_alike on search_words using gin (word gin_trgm_ops)');
    for (const { table, column, few } of named) {
      if (!few) this.addSql(`create index ${table}_words on ${table} using gin (search_vector(${column}))`);
      this.addSql(`create trigger words_added after insert on ${table} referencing new table as new_rows
        for each statement execute function add_search_words('${column}')`);
      this.addSql(`create trigger words_changed after update on ${table} referencing new table as new_rows
        for each statement execute function add_search_words('${column}')`);
    }

    // How well known a film is: how many keep it, and how many are in it.
    this.addSql('alter table movie_counters add column credits int not null default 0');
    this.addSql(`update movie_counters k set credits = n.credits
      from (select movie_id, count(*)::int as credits from movie_persons group by movie_id) n
      where k.movie_id = n.movie_id`);
    this.addSql('create index movie_counters_known on movie_counters ((favorites + credits), movie_id)');
    for (const [name, rows] of [
      ['insert', 'new table as new_rows'],
      ['update', 'old table as old_rows new table as new_rows'],
      ['delete', 'old table as old_rows'],
    ])
      this.addSql(`create trigger movie_credits_${name} after ${name} on movie_persons referencing ${rows}
        for each statement execute function count_movie_credits()`);
  }
}

const named = [
  { table: 'movies', column: 'title_folded' },
  { table: 'persons', column: 'name_folded' },
  { table: 'directors', column: 'name_folded' },
  { table: 'characters', column: 'name_folded' },
  { table: 'genres', column: 'sort_name', few: true },
  { table: 'countries', column: 'sort_name', few: true },
];

const functions = [
  // The words of folded text. Chinese and Japanese put no spaces between them: there each letter is a word. An index
  // entry has an end, so a word has one too.
  String.raw`create function search_words(folded text) returns text[]
    language sql immutable strict parallel safe return
    case when octet_length(folded) = length(folded) and length(folded) < 60 then string_to_array(folded, ' ')
    else array(select left(w, 60) from unnest(string_to_array(
      regexp_replace(folded, '([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g'), ' ')) w
      where w <> '') end`,
  // Two words are one as well: who types "spiderman" means "Spider-Man".
  `create function search_vector(folded text) returns tsvector
    language sql immutable strict parallel safe return (
      select array_to_tsvector(array_agg(w) || array_agg(w || next) filter (where next is not null))
      from (select w, lead(w) over (order by n) as next from unnest(search_words(folded)) with ordinality u (w, n)) v)`,
  `create function word_rests(word text) returns text[] language sql immutable strict parallel safe return
    word || array(select distinct left(word, i - 1) || substr(word, i + 1) from generate_series(1, length(word)) i)`,
  `create function add_search_words() returns trigger language plpgsql as $$ begin
    execute format('insert into search_words (word)
      select distinct w from new_rows, unnest(search_words(%I)) w
      where not exists (select from search_words s where s.word = w) order by w on conflict do nothing', tg_argv[0]);
    return null; end $$`,
  `create function count_movie_credits() returns trigger language plpgsql as $$ begin
    if tg_op <> 'DELETE' then
      update movie_counters c set credits = credits + n.count
      from (select movie_id, count(*)::int from new_rows group by movie_id) n where c.movie_id = n.movie_id;
    end if;
    if tg_op <> 'INSERT' then
      update movie_counters c set credits = credits - n.count
      from (select movie_id, count(*)::int from old_rows group by movie_id) n where c.movie_id = n.movie_id;
    end if;
    return null; end $$`,
];
