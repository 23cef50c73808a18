import { Migration } from '@mikro-orm/migrations';

const record = `
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()`;

/** Every stored text sorts on a folded key that the database computes, COLLATE "C". */
const personName = `
  name_folded text collate "C" generated always as (fold(coalesce(first_name || ' ', '') || last_name)) stored,
  sort_name text collate "C" generated always as (fold(last_name || coalesce(' ' || first_name, ''))) stored`;

/** The catalog: films and all that belongs to them. */
export class Migration0002Catalog extends Migration {
  override name = '0002-catalog';

  override up(): void {
    this.addSql(`create table files (
      id serial primary key,
      file_name varchar(255) not null check (file_name <> ''),
      mime_type varchar(100) not null,
      secret_key varchar(255) not null,
      source_url varchar(2048) check (source_url ~ '^https?://'),
      ${record},
      sha256 varchar(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
      bytes int not null check (bytes > 0),
      width int not null check (width > 0),
      height int not null check (height > 0)
    )`);

    this.addSql(`create table countries (
      id serial primary key,
      name varchar(100) not null check (name <> ''),
      ${record},
      iso_code varchar(2) unique check (iso_code ~ '^[A-Z]{2}$'),
      sort_name text collate "C" generated always as (fold(name)) stored
    )`);
    this.addSql('create unique index countries_name_unique on countries (lower(name))');

    this.addSql(`create table genres (
      id serial primary key,
      name varchar(100) not null check (name <> ''),
      ${record},
      tmdb_id int unique,
      sort_name text collate "C" generated always as (fold(name)) stored
    )`);
    this.addSql('create unique index genres_name_unique on genres (lower(name))');

    this.addSql(`create table persons (
      id serial primary key,
      first_name varchar(255) check (first_name <> ''),
      last_name varchar(255) not null check (last_name <> ''),
      biography text check (length(biography) between 1 and 20000),
      date_of_birth date check (date_of_birth >= '1700-01-01'),
      gender varchar(20) not null default 'unknown'
        check (gender in ('female', 'male', 'non-binary', 'unknown')),
      country_id int references countries on delete restrict,
      primary_photo_file_id int unique references files on delete restrict,
      additional_images jsonb not null default '[]' check (jsonb_typeof(additional_images) = 'array'),
      ${record},
      date_of_birth_precision varchar(5) not null default 'day'
        check (date_of_birth_precision in ('day', 'month', 'year')),
      tmdb_id int unique,
      ${personName}
    )`);

    this.addSql(`create table directors (
      id serial primary key,
      first_name varchar(255) check (first_name <> ''),
      last_name varchar(255) not null check (last_name <> ''),
      photo_file_id int unique references files on delete restrict,
      ${record},
      person_id int unique references persons on delete restrict,
      tmdb_id int unique,
      ${personName}
    )`);

    this.addSql(`create table movies (
      id serial primary key,
      title varchar(255) not null check (title <> ''),
      description text check (length(description) between 1 and 20000),
      budget int check (budget > 0),
      release_date date check (release_date >= '1870-01-01'),
      duration_minutes int check (duration_minutes between 1 and 20000),
      director_id int references directors on delete restrict,
      country_id int references countries on delete restrict,
      poster_file_id int unique references files on delete restrict,
      ${record},
      release_date_precision varchar(5) not null default 'day'
        check (release_date_precision in ('day', 'month', 'year')),
      tmdb_id int unique,
      title_folded text collate "C" generated always as (fold(title)) stored,
      sort_title text collate "C" generated always as (sort_key(title)) stored
    )`);

    this.addSql(`create table movie_genres (
      movie_id int not null references movies on delete cascade,
      genre_id int not null references genres on delete restrict,
      ${record},
      position int not null default 0 check (position >= 0),
      primary key (movie_id, genre_id)
    )`);

    this.addSql(`create table movie_persons (
      movie_id int not null references movies on delete cascade,
      person_id int not null references persons on delete restrict,
      ${record},
      position int not null default 0 check (position >= 0),
      primary key (movie_id, person_id)
    )`);

    // The composite key promises that whoever plays a character is in the film's cast.
    this.addSql(`create table characters (
      id serial primary key,
      name varchar(255) not null check (name <> ''),
      description text check (length(description) between 1 and 5000),
      role varchar(20) not null default 'supporting' check (role in ('leading', 'supporting', 'background')),
      movie_id int not null references movies on delete cascade,
      person_id int not null references persons on delete restrict,
      ${record},
      position int not null default 0 check (position >= 0),
      name_folded text collate "C" generated always as (fold(name)) stored,
      foreign key (movie_id, person_id) references movie_persons on delete cascade
    )`);

    for (const index of indexes) this.addSql(`create index ${index}`);
  }
}

/**
 * Foreign keys first, then one index for every order a list offers (a missing value is last both ways, so each
 * direction has its own sentinel), then trigrams for searching.
 */
const indexes = [
  'movies_director on movies (director_id)',
  'movies_country on movies (country_id)',
  'persons_country on persons (country_id)',
  'movie_genres_genre on movie_genres (genre_id, movie_id)',
  'movie_persons_person on movie_persons (person_id, movie_id)',
  'movie_persons_billing on movie_persons (movie_id, position)',
  'characters_billing on characters (movie_id, position, id)',
  'characters_cast on characters (person_id, movie_id)',
  'persons_images on persons using gin (additional_images jsonb_path_ops)',
  'files_sha256 on files (sha256)',
  'files_secret_key on files (secret_key)',
  `movies_newest on movies ((coalesce(release_date, '-infinity'::date)), id)`,
  `movies_oldest on movies ((coalesce(release_date, 'infinity'::date)), id)`,
  'movies_title on movies (sort_title, id)',
  'movies_longest on movies ((coalesce(duration_minutes, -2147483648)), id)',
  'movies_shortest on movies ((coalesce(duration_minutes, 2147483647)), id)',
  'movies_budget on movies ((coalesce(budget, -2147483648)), id)',
  'movies_budget_rising on movies ((coalesce(budget, 2147483647)), id)',
  'movies_added on movies (created_at, id)',
  'movies_changed on movies (updated_at, id)',
  'persons_name on persons (sort_name, id)',
  `persons_born on persons ((coalesce(date_of_birth, 'infinity'::date)), id)`,
  `persons_born_last on persons ((coalesce(date_of_birth, '-infinity'::date)), id)`,
  'persons_added on persons (created_at, id)',
  'persons_changed on persons (updated_at, id)',
  'directors_name on directors (sort_name, id)',
  'directors_added on directors (created_at, id)',
  'directors_changed on directors (updated_at, id)',
  'characters_name on characters (name_folded, id)',
  'characters_added on characters (created_at, id)',
  'characters_changed on characters (updated_at, id)',
  'genres_name on genres (sort_name, id)',
  'countries_name on countries (sort_name, id)',
  'files_added on files (created_at, id)',
  'movie_genres_added on movie_genres (created_at, movie_id, genre_id)',
  'movie_persons_added on movie_persons (created_at, movie_id, person_id)',
  'movies_search on movies using gin (title_folded gin_trgm_ops)',
  'persons_search on persons using gin (name_folded gin_trgm_ops)',
  'directors_search on directors using gin (name_folded gin_trgm_ops)',
  'characters_search on characters using gin (name_folded gin_trgm_ops)',
];
