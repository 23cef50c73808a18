import { Migration } from '@mikro-orm/migrations';

/**
 * What the console's lists remember for whoever works in them, and an index for each order that they gained. None of
 * it is in the change log: it is nobody's catalog.
 */
export class Migration0008Lists extends Migration {
  override name = '0008-lists';

  override up(): void {
    this.addSql(`create table list_preferences (
      user_id int not null references users on delete cascade,
      list varchar(50) not null check (list <> ''),
      value jsonb not null,
      primary key (user_id, list)
    )`);
    // Without a user, a view is everybody's: it outlives the account that made it.
    this.addSql(`create table saved_views (
      id serial primary key,
      user_id int references users on delete cascade,
      list varchar(50) not null check (list <> ''),
      name varchar(60) not null check (name <> ''),
      search jsonb not null
    )`);
    this.addSql('create index saved_views_of on saved_views (user_id, list)');

    for (const index of indexes) this.addSql(`create index ${index}`);
  }
}

const indexes = [
  'files_name on files ((fold(file_name)), id)',
  'files_size on files (bytes, id)',
  'files_search on files using gin (fold(file_name) gin_trgm_ops)',
  'genres_added on genres (created_at, id)',
  'genres_changed on genres (updated_at, id)',
  'countries_added on countries (created_at, id)',
  'countries_changed on countries (updated_at, id)',
  'users_name on users ((lower(username) collate "C"), id)',
];
