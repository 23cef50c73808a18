import { run, withoutIndexes, withoutTrigger } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { inBatches, type OnBatch } from './batches.ts';
import type { Sizes } from './setup.ts';
import { bitParts, titles } from './words.ts';

/** Characters per statement, about. */
const BATCH = 50_000;

/** The line of people is cut into blocks, whose first are their stars: many, but of no fewer people than this. */
const MOST_BLOCKS = 400;
const PERSONS_PER_BLOCK = 20;

/**
 * Makes the casts. A part goes to somebody of the film's region and time, or now and then of another region. The draws
 * within a block are spread evenly over the cast, so that hardly anybody plays twice in a film.
 */
export async function makeCasts(tx: Transaction, sizes: Sizes, onBatch: OnBatch): Promise<void> {
  const { movies, persons, characters } = sizes;
  const blocks = Math.max(1, Math.min(MOST_BLOCKS, Math.floor(persons / PERSONS_PER_BLOCK)));
  await run(
    tx,
    sql`create temp table made_cast (movie_id int, place int, person_id int, name text) on commit drop`,
  );
  const films = Math.max(1, Math.round((movies * BATCH) / Math.max(1, characters)));
  const insert = async (from: number, to: number) => {
    await run(tx, sql`truncate made_cast`);
    await run(
      tx,
      sql`insert into made_cast
        select m.id, place, p.id, ${partName}
        from generating.made_movies m
        cross join lateral generate_series(0, end_part - first_part - 1) place
        cross join lateral (select first_part + place::bigint as part, end_part - first_part as parts) x
        cross join lateral (select case when pg_temp.dice(part, 90) < 0.85 then m.lo else pg_temp.dice(part, 91) end
          as origin) o
        join made_regions r on origin >= r.lo and origin < r.hi
        cross join lateral (select
          floor(least(0.999999, greatest(0, r.lo + (r.hi - r.lo)
            * least(0.999999, greatest(0, m.history + 0.08 * pg_temp.bell(part, 92))))) * ${blocks}::float8) as block,
          ((place + floor(pg_temp.dice(m.f, 93) * 2) * floor(pg_temp.dice(m.f, 94) * parts))::int % parts
            + pg_temp.dice(part, 95)) / parts as draw) y
        join generating.made_persons p on p.n = least(${persons}::int - 1,
          floor((block + pg_temp.skew(draw)) * ${persons}::float8 / ${blocks}::float8))::int
        where m.f >= ${from} and m.f < ${to}`,
    );
    await run(
      tx,
      sql`insert into movie_persons (movie_id, person_id, position)
        select movie_id, person_id, min(place) from made_cast group by 1, 2 order by 1, 3`,
    );
    await run(
      tx,
      sql`insert into characters (name, role, movie_id, person_id, position)
        select name, case when place < 3 then 'leading' when place < 10 then 'supporting' else 'background' end,
          movie_id, person_id, place
        from made_cast order by movie_id, place`,
    );
    if (from === 0) await run(tx, sql`analyze movie_persons`);
  };
  // Whoever is in many films would be counted anew in each batch: all are, once, at the end.
  await withoutTrigger(tx, 'movie_persons', 'credits_added', () =>
    withoutIndexes(tx, 'movie_persons', characters, () =>
      withoutIndexes(tx, 'characters', characters, () => inBatches(movies, films, onBatch, insert)),
    ),
  );
  await run(tx, sql`select recount_persons(array(select id from generating.made_persons))`);
}

/** What a part is called: a full name, a first name, a title and surname, or what somebody does. */
const partName = sql`case
  when place >= 8 and pg_temp.dice(part, 96) < 0.55 then pg_temp.pick(${bitParts}, pg_temp.dice(part, 97))
  else case
    when pg_temp.dice(part, 98) < 0.12
      then pg_temp.pick(${titles}, pg_temp.dice(part, 99)) || ' ' || pg_temp.pick(r.family, pg_temp.dice(part, 100))
    when pg_temp.dice(part, 98) < 0.4 then pg_temp.pick(r.given, pg_temp.dice(part, 101))
    else pg_temp.pick(r.given, pg_temp.dice(part, 101)) || ' ' || pg_temp.pick(r.family, pg_temp.dice(part, 100)) end
  end`;
