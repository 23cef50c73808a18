import { Migration } from '@mikro-orm/migrations';

/**
 * What the public pages read beside the catalog: who is how well known, and where merged records went.
 * The counters are side tables, as movie_counters is: they follow from the catalog and are no part of the change log.
 */
export class Migration0007CatalogPages extends Migration {
  override name = '0007-catalog-pages';

  override up(): void {
    // budgets: the sum over the films whose budget is known, which passes an int.
    this.addSql(`create table person_counters (
      person_id int primary key references persons on delete cascade,
      movies int not null default 0,
      budgets bigint not null default 0,
      budgeted int not null default 0,
      first_film date,
      last_film date
    )`);
    this.addSql(`create table director_counters (
      director_id int primary key references directors on delete cascade,
      movies int not null default 0,
      budgets bigint not null default 0,
      budgeted int not null default 0
    )`);
    this.addSql('insert into person_counters (person_id) select id from persons');
    this.addSql('insert into director_counters (director_id) select id from directors');

    for (const statement of functions) this.addSql(statement);
    this.addSql('select recount_persons(array(select id from persons order by id))');
    this.addSql('select recount_directors(array(select id from directors order by id))');
    for (const statement of triggers) this.addSql(statement);
    for (const index of indexes) this.addSql(`create index ${index}`);

    // Where a merged record went. Read only when an id is nobody's (any more), so an undone merge may leave its row.
    this.addSql(`create table redirects (
      entity varchar(20) not null
        check (entity in ('movies', 'persons', 'directors', 'genres', 'countries', 'characters')),
      from_id int not null,
      to_id int not null check (to_id <> from_id),
      created_at timestamptz(3) not null default now(),
      primary key (entity, from_id)
    )`);
  }
}

const indexes = [
  'person_counters_known on person_counters (movies, person_id)',
  'person_counters_budgets on person_counters (budgets, person_id) where budgeted > 0',
  'person_counters_career on person_counters ((last_film - first_film), person_id) where last_film > first_film',
  'director_counters_known on director_counters (movies, director_id)',
  `director_counters_average on director_counters
    ((budgets::float8 / nullif(budgeted, 0)), director_id) where budgeted > 0`,
];

const functions = [
  // First the locks and then, in a statement that sees what others have committed meanwhile, the counting.
  `create function recount_persons(ids int[]) returns void language plpgsql as $$ begin
    perform from person_counters where person_id = any (ids) order by person_id for update;
    update person_counters k set movies = n.movies, budgets = n.budgets, budgeted = n.budgeted,
      first_film = n.first_film, last_film = n.last_film
    from (select p.id, count(m.id)::int as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget)::int as budgeted, min(m.release_date) as first_film, max(m.release_date) as last_film
      from unnest(ids) p (id)
      left join movie_persons mp on mp.person_id = p.id left join movies m on m.id = mp.movie_id group by p.id) n
    where k.person_id = n.id;
  end $$`,
  `create function recount_directors(ids int[]) returns void language plpgsql as $$ begin
    perform from director_counters where director_id = any (ids) order by director_id for update;
    update director_counters k set movies = n.movies, budgets = n.budgets, budgeted = n.budgeted
    from (select d.id, count(m.id)::int as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget)::int as budgeted
      from unnest(ids) d (id) left join movies m on m.director_id = d.id group by d.id) n
    where k.director_id = n.id;
  end $$`,
  `create function count_new_persons() returns trigger language plpgsql as $$ begin
    insert into person_counters (person_id) select id from new_rows; return null; end $$`,
  `create function count_new_directors() returns trigger language plpgsql as $$ begin
    insert into director_counters (director_id) select id from new_rows; return null; end $$`,
  // New credits and films only add, so nothing else is read: an import adds them by the hundred thousand.
  `create function count_new_credits() returns trigger language plpgsql as $$ begin
    update person_counters k set movies = k.movies + n.movies, budgets = k.budgets + n.budgets,
      budgeted = k.budgeted + n.budgeted, first_film = least(k.first_film, n.first_film),
      last_film = greatest(k.last_film, n.last_film)
    from (select c.person_id, count(*)::int as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget)::int as budgeted, min(m.release_date) as first_film, max(m.release_date) as last_film
      from new_rows c join movies m on m.id = c.movie_id group by c.person_id) n
    where k.person_id = n.person_id;
    return null; end $$`,
  // A credit that only changed its place in the cast counts as before.
  `create function recount_moved_credits() returns trigger language plpgsql as $$
    declare ids int[] := array(select distinct person_id
      from old_rows o full join new_rows n using (movie_id, person_id)
      where o.movie_id is null or n.movie_id is null);
    begin
      if ids <> '{}' then perform recount_persons(ids); end if;
      return null;
    end $$`,
  `create function recount_dropped_credits() returns trigger language plpgsql as $$ begin
    perform recount_persons(array(select distinct person_id from old_rows));
    return null; end $$`,
  `create function count_directed() returns trigger language plpgsql as $$ begin
    update director_counters k set movies = k.movies + n.movies, budgets = k.budgets + n.budgets,
      budgeted = k.budgeted + n.budgeted
    from (select director_id, count(*)::int as movies, coalesce(sum(budget), 0) as budgets,
        count(budget)::int as budgeted
      from new_rows where director_id is not null group by director_id) n
    where k.director_id = n.director_id;
    return null; end $$`,
  `create function recount_directed() returns trigger language plpgsql as $$ begin
    perform recount_directors(array(select distinct director_id from old_rows where director_id is not null));
    return null; end $$`,
  `create function recount_changed_movies() returns trigger language plpgsql as $$
    declare ids int[];
    begin
      ids := array(select d.id from old_rows o join new_rows n using (id),
          lateral (values (o.director_id), (n.director_id)) d (id)
        where (o.budget, o.director_id) is distinct from (n.budget, n.director_id) and d.id is not null
        group by d.id);
      if ids <> '{}' then perform recount_directors(ids); end if;
      ids := array(select mp.person_id from old_rows o join new_rows n using (id)
          join movie_persons mp on mp.movie_id = n.id
        where (o.budget, o.release_date) is distinct from (n.budget, n.release_date) group by mp.person_id);
      if ids <> '{}' then perform recount_persons(ids); end if;
      return null;
    end $$`,
];

const statement = (name: string, when: string, table: string, run: string, rows: string) =>
  `create trigger ${name} after ${when} on ${table} referencing ${rows} for each statement execute function ${run}()`;
const added = 'new table as new_rows';
const gone = 'old table as old_rows';

const triggers = [
  statement('persons_counter', 'insert', 'persons', 'count_new_persons', added),
  statement('directors_counter', 'insert', 'directors', 'count_new_directors', added),
  statement('credits_added', 'insert', 'movie_persons', 'count_new_credits', added),
  statement('credits_moved', 'update', 'movie_persons', 'recount_moved_credits', `${gone} ${added}`),
  statement('credits_dropped', 'delete', 'movie_persons', 'recount_dropped_credits', gone),
  statement('directed_added', 'insert', 'movies', 'count_directed', added),
  statement('movies_recounted', 'update', 'movies', 'recount_changed_movies', `${gone} ${added}`),
  statement('directed_dropped', 'delete', 'movies', 'recount_directed', gone),
];
