import { Migration } from '@mikro-orm/migrations';
import { type LoggedTable, logTriggers } from './change-log-triggers.ts';

/**
 * The change log (docs/decisions/0004-change-log.md): what every write did, recorded backward. The tables are the
 * present; an insert leaves its keys, an update the old values of the columns that changed, a delete the old row.
 */
export class Migration0004ChangeLog extends Migration {
  override name = '0004-change-log';

  override up(): void {
    // user_id is no foreign key: the log keeps "deleted user".
    this.addSql(`create table changes (
      id bigint generated always as identity primary key,
      at timestamptz(3) not null default now(),
      user_id int,
      channel varchar(10) not null check (channel in ('ui', 'import', 'cli', 'token', 'system', 'sql')),
      summary varchar(500)
    )`);
    this.addSql('create index changes_at on changes (at, id)');

    // One row holds up to 500 rows of one statement: rows is an array of {key, old values}; record_ids are the ids
    // of these rows (null for join tables), movie_ids the films that they belong to.
    this.addSql(`create table change_entries (
      id bigint generated always as identity primary key,
      change_id bigint not null references changes on delete cascade,
      table_name varchar(63) not null,
      operation varchar(6) not null check (operation in ('insert', 'update', 'delete')),
      rows jsonb not null,
      record_ids int[],
      movie_ids int[]
    )`);
    this.addSql('create index change_entries_change on change_entries (change_id)');
    this.addSql('create index change_entries_records on change_entries using gin (record_ids)');
    this.addSql('create index change_entries_movies on change_entries using gin (movie_ids)');

    // One row. Counted at commit, under its row lock: a higher revision is never visible before a lower one.
    this.addSql(`create table catalog_revision (
      revision bigint not null,
      notified_at timestamptz not null,
      only_row boolean primary key default true check (only_row)
    )`);
    this.addSql(`insert into catalog_revision values (0, '-infinity')`);

    // The change of this transaction, made by its first write. db.change() names author and channel; a write
    // without one (psql, a migration) is channel "sql", never refused.
    this.addSql(`create function current_change() returns bigint language plpgsql as $$
      declare change bigint := nullif(current_setting('cinematheque.change', true), '')::bigint;
      begin
        if change is null then
          insert into changes (user_id, channel, summary) values (
            nullif(current_setting('cinematheque.user', true), '')::int,
            coalesce(nullif(current_setting('cinematheque.channel', true), ''), 'sql'),
            nullif(current_setting('cinematheque.summary', true), ''))
          returning id into change;
          perform set_config('cinematheque.change', change::text, true);
        end if;
        return change;
      end $$`);

    // Arguments: the table's key columns, the columns never recorded, and whether it belongs to the catalog.
    // Values are compared column by column, by a statement made for the table: with jsonb it took 15 times as long.
    // In UTC, because to_jsonb() writes an instant in the session's time zone.
    this.addSql(`create function record_change() returns trigger language plpgsql set timezone to 'UTC' as $$
      declare
        keys text[] := tg_argv[0]::text[];
        -- Generated columns follow from the others; they would only be noise to restore around.
        hidden text[] := tg_argv[1]::text[] || coalesce((select array_agg(attname::text)
          from pg_attribute where attrelid = tg_relid and attgenerated <> ''), '{}');
        columns text[] := (select array_agg(attname::text) from pg_attribute
          where attrelid = tg_relid and attnum > 0 and not attisdropped and attname <> all (hidden || keys));
        same_as_new text := (select string_agg(format('r.%1$I = n.%1$I', k), ' and ') from unnest(keys) k);
        same_as_old text := (select string_agg(format('r.%1$I = o.%1$I', k), ' and ') from unnest(keys) k);
        key_of text := (select string_agg(format('%1$L, r.%1$I', k), ', ') from unnest(keys) k);
        record_id text := case when array_length(keys, 1) = 1 then format('r.%I', keys[1]) else 'null::int' end;
        in_movie boolean := tg_table_name in ('characters', 'movie_genres', 'movie_persons');
        movie_id text := case when in_movie then 'r.movie_id' else 'null::int' end;
        moved_to text := case when in_movie then 'n.movie_id' else 'null::int' end;
        changed text;
        recorded int;
      begin
        if tg_op = 'INSERT' then
          changed := format('select jsonb_build_object(%s), %s, %s, null::int, ''insert'' from new_rows r',
            key_of, record_id, movie_id);
        elsif tg_op = 'DELETE' then
          changed := format('select to_jsonb(r) - %L::text[], %s, %s, null::int, ''delete'' from old_rows r',
            hidden, record_id, movie_id);
        else
          -- A changed key shows as one row gone and another come.
          changed := format('
            select jsonb_build_object(%1$s) || %2$s, %3$s, %4$s, %5$s, ''update''
            from old_rows r join new_rows n on %6$s where %7$s
            union all
            select jsonb_build_object(%1$s), %3$s, %4$s, null, ''insert'' from new_rows r
            where not exists (select from old_rows o where %8$s)
            union all
            select to_jsonb(r) - %9$L::text[], %3$s, %4$s, null, ''delete'' from old_rows r
            where not exists (select from new_rows n where %6$s)',
            key_of,
            (select string_agg(format('case when r.%1$I is distinct from n.%1$I
              then jsonb_build_object(%1$L, r.%1$I) else ''{}'' end', c), ' || ') from unnest(columns) c),
            record_id, movie_id, moved_to, same_as_new,
            (select string_agg(format('r.%1$I is distinct from n.%1$I', c), ' or ') from unnest(columns) c),
            same_as_old, hidden);
        end if;
        execute format('
          with changed (j, record_id, movie_id, moved_to, op) as (%s),
          chunks as (select op, jsonb_agg(j) as rows, array_agg(record_id) as record_ids,
              array_agg(distinct movie_id) || array_agg(distinct moved_to) as movie_ids
            from (select *, (row_number() over (partition by op) - 1) / 500 as chunk from changed) c
            group by op, chunk)
          insert into change_entries (change_id, table_name, operation, rows, record_ids, movie_ids)
          select current_change(), %L, op, rows, nullif(array_remove(record_ids, null), ''{}''),
            nullif(array_remove(movie_ids, null), ''{}'')
          from chunks', changed, tg_table_name);
        get diagnostics recorded = row_count;
        if recorded > 0 and tg_argv[2] = 'catalog' then perform catalog_changed(); end if;
        return null;
      end $$`);

    // Marks the transaction; the deferred trigger counts it once, at its end.
    this.addSql(`create table catalog_commits (
      change_id bigint primary key references changes on delete cascade
    )`);
    this.addSql(`create function catalog_changed() returns void language plpgsql as $$ begin
      if current_setting('cinematheque.counted', true) is distinct from 'yes' then
        insert into catalog_commits values (current_change());
        perform set_config('cinematheque.counted', 'yes', true);
      end if; end $$`);
    // NOTIFY at most ten times a second: at every commit it would make the commits of the whole cluster queue.
    // Listeners also poll once a second, so the last of a burst is never missed for longer.
    this.addSql(`create function count_revision() returns trigger language plpgsql as $$
      declare seen timestamptz; r bigint;
      begin
        select notified_at into seen from catalog_revision for update;
        update catalog_revision set revision = revision + 1,
          notified_at = case when seen < clock_timestamp() - interval '100 ms' then clock_timestamp() else seen end
        returning revision into r;
        if seen < clock_timestamp() - interval '100 ms' then perform pg_notify('catalog', r::text); end if;
        delete from catalog_commits where change_id = new.change_id;
        return null;
      end $$`);
    this.addSql(`create constraint trigger catalog_commits_count after insert on catalog_commits
      deferrable initially deferred for each row execute function count_revision()`);

    // Whose account is gone leaves no personal data behind in older entries.
    this.addSql(`create function forget_deleted_users() returns trigger language plpgsql as $$ begin
      update change_entries e set rows = (
        select jsonb_agg(case when (r ->> 'id')::int in (select id from old_rows)
          then jsonb_build_object('id', r -> 'id') else r end)
        from jsonb_array_elements(e.rows) r)
      where e.table_name = 'users' and e.record_ids && (select array_agg(id) from old_rows);
      return null; end $$`);

    this.addSql(`create function refuse_truncate() returns trigger language plpgsql as $$ begin
      raise exception 'TRUNCATE would pass by the change log: use DELETE' using errcode = 'feature_not_supported';
      end $$`);
    // Writing what is already there is no change. Computed columns are not there yet in NEW, so OLD loses them too.
    this.addSql(`create function touch() returns trigger language plpgsql as $$ begin
      if jsonb_populate_record(old, tg_argv[0]::jsonb) is distinct from new then new.updated_at := now(); end if;
      return new; end $$`);

    for (const table of logged) for (const statement of logTriggers(table)) this.addSql(statement);
    // After log_delete (triggers fire in the order of their names), so that the entry just written is blanked too.
    this.addSql(`create trigger log_forget after delete on users referencing old table as old_rows
      for each statement execute function forget_deleted_users()`);
  }
}

const logged: LoggedTable[] = [
  { table: 'files' },
  { table: 'users', catalog: false, secret: ['password_hash'] },
  { table: 'countries' },
  { table: 'genres' },
  { table: 'persons' },
  { table: 'directors' },
  { table: 'movies' },
  { table: 'movie_genres', keys: ['movie_id', 'genre_id'] },
  { table: 'movie_persons', keys: ['movie_id', 'person_id'] },
  { table: 'characters' },
  { table: 'favorite_movies', keys: ['user_id', 'movie_id'], catalog: false },
];
