import { addRows, run, withoutIndexes, withoutTrigger } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { inBatches, type OnBatch } from './batches.ts';
import { directorsOf } from './people.ts';
import type { Sizes } from './setup.ts';
import { adjectives, callings, events, nouns, places } from './words.ts';

/** The line of directors is cut into blocks of about this many; a film's comes from the block at its point. */
const DIRECTORS_PER_BLOCK = 20;

/**
 * Makes made_movies: number (f), id, region, point in film history, and the size of its cast, so that all casts
 * together have exactly the characters asked for.
 */
export async function planMovies(tx: Transaction, { movies, characters }: Sizes): Promise<void> {
  await run(
    tx,
    sql`create table generating.made_movies as
      with weighted as (
        select f, nextval('movies_id_seq')::int as id, r.region, r.lo, r.hi, pg_temp.dice(f, 41) as history,
          sum(exp(0.55 * pg_temp.bell(f, 42))) over (order by f) as upto,
          sum(exp(0.55 * pg_temp.bell(f, 42))) over () as total
        from generate_series(0, ${movies}::int - 1) f
        join made_regions r on pg_temp.dice(f, 40) >= r.lo and pg_temp.dice(f, 40) < r.hi)
      select f, id, region, lo, hi, history, lag(last, 1, 0) over (order by f) as first_part, last as end_part
      from (select w.*, round(${characters}::float8 * upto / total)::int as last from weighted w) w
      order by f`,
  );
  await run(tx, sql`create index on generating.made_movies (f)`);
  await run(tx, sql`analyze generating.made_movies`);
}

/** Makes the films. */
export async function makeMovies(tx: Transaction, sizes: Sizes, onBatch: OnBatch): Promise<void> {
  const directors = directorsOf(sizes);
  const blocks = Math.max(1, Math.round(directors / DIRECTORS_PER_BLOCK));
  const insert = (from: number, to: number) =>
    run(
      tx,
      sql`insert into movies (id, title, description, budget, release_date, release_date_precision,
          duration_minutes, director_id, country_id)
        select m.id, ${title},
          case when pg_temp.dice(f, 60) < 0.65 then
            pg_temp.with_article(pg_temp.pick(${callings}, pg_temp.dice(f, 61))) || ' from '
            || pg_temp.pick(${places}, pg_temp.dice(f, 62)) || ' '
            || pg_temp.pick(${events}, pg_temp.dice(f, 63)) || '.' end,
          case when pg_temp.dice(f, 64) < 0.5 then round(budget, 1 - floor(log(budget))::int)::int end,
          case when pg_temp.dice(f, 65) < 0.004 then null
            when pg_temp.dice(f, 65) < 0.03 then date_trunc('year', released)::date else released end,
          case when pg_temp.dice(f, 65) between 0.004 and 0.03 then 'year' else 'day' end,
          case when pg_temp.dice(f, 66) > 0.015 then
            least(240, greatest(45, round(88 + 16 * history + 17 * pg_temp.bell(f, 67))))::int end,
          case when pg_temp.dice(f, 68) > 0.006 then d.id end,
          case when pg_temp.dice(f, 69) > 0.03 then c.id end
        from generating.made_movies m
        join made_regions r using (region)
        join made_countries c on c.region = m.region
          and pg_temp.dice(f, 70) >= c.lo and pg_temp.dice(f, 70) < c.hi
        cross join lateral (select
          date '2025-12-31' - floor(365.25 * pg_temp.years_ago(history))::int as released,
          least(400e6, greatest(1e4, exp(13.4 + 2 * history + 1.3 * pg_temp.bell(f, 71))))::numeric as budget,
          floor((m.lo + (m.hi - m.lo) * history) * ${blocks}::float8) as block) x
        left join generating.made_directors d on d.d = least(${directors}::int - 1,
          floor((block + pg_temp.skew(pg_temp.dice(f, 72))) * ${directors}::float8 / ${blocks}::float8))
        where f >= ${from} and f < ${to} order by f`,
    );
  await withoutTrigger(tx, 'movies', 'directed_added', () =>
    withoutIndexes(tx, 'movies', sizes.movies, () => inBatches(sizes.movies, 10_000, onBatch, insert)),
  );
  await run(tx, sql`select recount_directors(array(select id from generating.made_directors))`);
}

const word = (list: string[], salt: number) => sql`pg_temp.pick(${list}, pg_temp.dice(f, ${sql.lit(salt)}))`;
const given = (salt: number) => sql`pg_temp.pick(r.given, pg_temp.dice(f, ${sql.lit(salt)}))`;

/** A title of one of a dozen patterns. */
const title = sql`case floor(pg_temp.dice(f, 50) * 20)::int
  when 0 then ${word(nouns, 51)} || ' of ' || ${word(places, 52)}
  when 1 then 'The ' || ${word(nouns, 51)} || ' of ' || ${word(places, 52)}
  when 2 then pg_temp.with_article(${word(nouns, 51)}) || ' in ' || ${word(places, 52)}
  when 3 then ${given(51)} || '''s ' || ${word(nouns, 52)}
  when 4 then ${given(51)} || '''s ' || ${word(adjectives, 53)} || ' ' || ${word(nouns, 52)}
  when 5 then ${given(51)} || ' and ' || ${given(52)}
  when 6 then ${given(51)} || ' and the ' || ${word(nouns, 52)}
  when 7 then ${given(51)} || ' in ' || ${word(places, 52)}
  when 8 then 'The ' || ${word(nouns, 51)} || ' and the ' || ${word(nouns, 52)}
  when 9 then pg_temp.pick(r.family, pg_temp.dice(f, 51))
  when 10 then 'The ' || initcap(${word(callings, 51)}) || '''s ' || ${word(nouns, 52)}
  when 11 then ${word(adjectives, 51)} || ' ' || ${word(nouns, 52)} || ' ' || 2 + floor(pg_temp.dice(f, 53) * 3)::int
  when 12 then ${word(nouns, 51)}
  when 13 then ${word(adjectives, 51)} || ' ' || ${word(nouns, 52)} || ' of ' || ${word(places, 53)}
  when 14 then pg_temp.with_article(${word(adjectives, 51)}) || ' ' || ${word(nouns, 52)}
  when 15 then ${word(adjectives, 51)} || ' ' || ${word(places, 52)}
  when 16 then ${word(adjectives, 51)} || ' ' || ${word(nouns, 52)}
  else 'The ' || ${word(adjectives, 51)} || ' ' || ${word(nouns, 52)} end`;

/** Gives each film one to four genres; two equal draws are one. */
export function linkGenres(tx: Transaction): Promise<number> {
  return addRows(
    tx,
    'movie_genres',
    sql`insert into movie_genres (movie_id, genre_id, position)
      select m.id, g.id, min(place) - 1
      from generating.made_movies m
      cross join lateral generate_series(1, case when pg_temp.dice(f, 80) < 0.25 then 1
        when pg_temp.dice(f, 80) < 0.65 then 2 when pg_temp.dice(f, 80) < 0.9 then 3 else 4 end) place
      join made_genres g on pg_temp.dice(f, 80 + place) >= g.lo and pg_temp.dice(f, 80 + place) < g.hi
      group by m.f, m.id, g.id order by m.f`,
  );
}
