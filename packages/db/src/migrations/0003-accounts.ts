import { Migration } from '@mikro-orm/migrations';

/** People with accounts, their sessions and their favorites. */
export class Migration0003Accounts extends Migration {
  override name = '0003-accounts';

  override up(): void {
    this.addSql(`create table users (
      id serial primary key,
      username varchar(50) not null check (username ~ '^[^@[:space:]]+$'),
      first_name varchar(255) check (first_name <> ''),
      last_name varchar(255) check (last_name <> ''),
      email varchar(254) not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
      password_hash varchar(255) not null,
      avatar_file_id int unique references files on delete restrict,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      role varchar(20) not null default 'visitor' check (role in ('visitor', 'editor', 'admin')),
      disabled_at timestamptz(3)
    )`);
    this.addSql('create unique index users_username_unique on users (lower(username))');
    this.addSql('create unique index users_email_unique on users (lower(email))');
    this.addSql('create index users_added on users (created_at, id)');

    // id is the SHA-256 of the secret in the cookie: who reads this table cannot sign in with it.
    this.addSql(`create table sessions (
      id varchar(64) primary key,
      user_id int not null references users on delete cascade,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null
    )`);
    this.addSql('create index sessions_user on sessions (user_id)');

    this.addSql(`create table favorite_movies (
      user_id int not null references users on delete cascade,
      movie_id int not null references movies on delete cascade,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, movie_id)
    )`);
    this.addSql('create index favorite_movies_movie on favorite_movies (movie_id)');
    this.addSql('create index favorite_movies_newest on favorite_movies (user_id, created_at, movie_id)');
    this.addSql('create index favorite_movies_added on favorite_movies (created_at, user_id, movie_id)');

    // How many keep a film. A side table, so that a heart neither rewrites the film nor enters the change log.
    this.addSql(`create table movie_counters (
      movie_id int primary key references movies on delete cascade,
      favorites int not null default 0
    )`);
    this.addSql('create index movie_counters_favorites on movie_counters (favorites, movie_id)');
    this.addSql(`insert into movie_counters (movie_id) select id from movies`);
    this.addSql(`create function count_new_movies() returns trigger language plpgsql as $$ begin
      insert into movie_counters (movie_id) select id from new_rows; return null; end $$`);
    this.addSql(`create trigger movies_counter after insert on movies
      referencing new table as new_rows for each statement execute function count_new_movies()`);
    this.addSql(`create function count_favorites() returns trigger language plpgsql as $$ begin
      if tg_op <> 'DELETE' then
        update movie_counters c set favorites = favorites + n.count
        from (select movie_id, count(*)::int from new_rows group by movie_id) n where c.movie_id = n.movie_id;
      end if;
      if tg_op <> 'INSERT' then
        update movie_counters c set favorites = favorites - n.count
        from (select movie_id, count(*)::int from old_rows group by movie_id) n where c.movie_id = n.movie_id;
      end if;
      return null; end $$`);
    this.addSql(`create trigger favorite_movies_kept after insert on favorite_movies
      referencing new table as new_rows for each statement execute function count_favorites()`);
    this.addSql(`create trigger favorite_movies_moved after update on favorite_movies
      referencing old table as old_rows new table as new_rows for each statement execute function count_favorites()`);
    this.addSql(`create trigger favorite_movies_dropped after delete on favorite_movies
      referencing old table as old_rows for each statement execute function count_favorites()`);
  }
}
