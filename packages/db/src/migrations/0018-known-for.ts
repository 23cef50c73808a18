import { Migration } from '@mikro-orm/migrations';

/**
 * The three films that a person is best known for: leading parts first, then the newest. They stand beside the other
 * counters, because whoever lists the best known people would else sort all films of each.
 */
export class Migration0018KnownFor extends Migration {
  override name = '0018-known-for';

  override up(): void {
    this.addSql(`alter table person_counters add known_for int[] not null default '{}'`);
    for (const statement of functions) this.addSql(statement);
    this.addSql('select recount_persons(array(select id from persons order by id))');
  }
}

const byFame = 'mp.position >= 3, m.release_date desc nulls last, m.id';

const functions = [
  `create or replace function recount_persons(ids int[]) returns void language plpgsql as $$ begin
    perform from person_counters where person_id = any (ids) order by person_id for update;
    update person_counters k set movies = n.movies, budgets = n.budgets, budgeted = n.budgeted,
      first_film = n.first_film, last_film = n.last_film, known_for = n.known_for
    from (select p.id, count(m.id)::int as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget)::int as budgeted, min(m.release_date) as first_film, max(m.release_date) as last_film,
        coalesce((array_agg(m.id order by ${byFame}) filter (where m.id is not null))[:3], '{}') as known_for
      from unnest(ids) p (id)
      left join movie_persons mp on mp.person_id = p.id left join movies m on m.id = mp.movie_id group by p.id) n
    where k.person_id = n.id;
  end $$`,
  // New credits only add, but to see those that others have committed meanwhile takes their locks first.
  `create or replace function count_new_credits() returns trigger language plpgsql as $$ begin
    perform from person_counters where person_id in (select person_id from new_rows) order by person_id for update;
    update person_counters k set movies = k.movies + n.movies, budgets = k.budgets + n.budgets,
      budgeted = k.budgeted + n.budgeted, first_film = least(k.first_film, n.first_film),
      last_film = greatest(k.last_film, n.last_film), known_for = array(
        select m.id from movie_persons mp join movies m on m.id = mp.movie_id
        where mp.person_id = k.person_id and mp.movie_id = any (k.known_for || n.added)
        order by ${byFame} limit 3)
    from (select c.person_id, count(*)::int as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget)::int as budgeted, min(m.release_date) as first_film, max(m.release_date) as last_film,
        array_agg(c.movie_id) as added
      from new_rows c join movies m on m.id = c.movie_id group by c.person_id) n
    where k.person_id = n.person_id;
    return null; end $$`,
  // A credit that only changed its place in the cast counts as before, but a leading part makes known.
  `create or replace function recount_moved_credits() returns trigger language plpgsql as $$
    declare ids int[] := array(select distinct person_id
      from old_rows o full join new_rows n using (movie_id, person_id)
      where o.movie_id is null or n.movie_id is null or (o.position >= 3) <> (n.position >= 3));
    begin
      if ids <> '{}' then perform recount_persons(ids); end if;
      return null;
    end $$`,
];
