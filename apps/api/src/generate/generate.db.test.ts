import type { Database } from '@cinematheque/db/open';
import { testDatabase } from '@cinematheque/db/testing/database';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { type GenerateOptions, generateCatalog } from './generate.ts';
import { findUnfinished, OtherRunUnfinished } from './unfinished.ts';

const sizes = { movies: 400, persons: 1_000, characters: 4_000, seed: 1 };
const db = await testDatabase();
await generateCatalog(db, sizes);
const number = (query: ReturnType<typeof sql>) => db.read<number>(query);

/** All that was made, but for ids and times. */
const fingerprint = (from: Database) =>
  from.read<string>(sql`select to_jsonb(md5(string_agg(line, chr(10) order by line))) as j from (
    select concat_ws('|', m.title, m.description, m.budget, m.release_date, m.duration_minutes, n.iso_code,
      d.first_name, d.last_name, c.name, c.role, c.position, p.first_name, p.last_name, p.gender, p.date_of_birth) as line
    from movies m left join directors d on d.id = m.director_id left join countries n on n.id = m.country_id
    left join characters c on c.movie_id = m.id left join persons p on p.id = c.person_id) lines`);

const made = (from: Database) =>
  from.read(sql`select jsonb_build_object('movies', (select count(*) from movies),
    'persons', (select count(*) from persons), 'characters', (select count(*) from characters)) as j`);

const isUnfinished = (from: Database) =>
  from.read<boolean>(sql`select exists (select from pg_namespace where nspname = 'generating') as j`);

/** All indexes and constraints, and the triggers with whether they fire. */
const definitions = (from: Database) =>
  from.read<string[]>(sql`select jsonb_agg(line order by line) as j from (
    select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select concat_ws(' ', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal) d (line)`);

/** Runs the generator and cuts it off within a step, when that has written rows. */
const cutOff = (on: Database, of: typeof sizes, within: string, options?: GenerateOptions) =>
  expect(
    generateCatalog(
      on,
      of,
      ({ step, done }) => {
        if (step === within && done > 0) throw new Error('Cut off');
      },
      options,
    ),
  ).rejects.toThrow('Cut off');

describe('a generated catalog', () => {
  it('has exactly the size that was asked for, as three changes', async () => {
    expect(await made(db)).toEqual({ movies: 400, persons: 1_000, characters: 4_000 });
    expect(
      await db.read(sql`select jsonb_agg(concat_ws(': ', channel, summary) order by id) as j from changes`),
    ).toEqual([
      'cli: Generated 1000 people and 80 directors',
      'cli: Generated 400 films',
      'cli: Generated casts of 4000 characters',
    ]);
  });

  it('leaves nothing behind but the catalog', async () => {
    expect(await isUnfinished(db)).toBe(false);
  });

  it('is the same for the same seed, and another for another', async () => {
    const [same, other] = [await testDatabase(), await testDatabase()];
    await generateCatalog(same, sizes);
    await generateCatalog(other, { ...sizes, seed: 2 });
    const print = await fingerprint(db);
    expect(await fingerprint(same)).toBe(print);
    expect(await fingerprint(other)).not.toBe(print);
  });

  it('has more films the nearer the present', async () => {
    const years = (from: number, to: number) =>
      number(
        sql`select count(*)::int as j from movies where extract(year from release_date) between ${from} and ${to}`,
      );
    const [early, middle, late] = [await years(1914, 1949), await years(1950, 1989), await years(1990, 2025)];
    expect(early).toBeGreaterThan(0);
    expect(middle).toBeGreaterThan(early);
    expect(late).toBeGreaterThan(middle);
  });

  it('has long careers for a few, and casts of different sizes', async () => {
    const careers = sql`(select count(*)::int as n from movie_persons group by person_id) c`;
    const [longest, median] = await Promise.all([
      number(sql`select max(n) as j from ${careers}`),
      number(sql`select percentile_disc(0.5) within group (order by n) as j from ${careers}`),
    ]);
    expect(longest).toBeGreaterThan(5 * median);
    const casts = sql`(select count(*)::int as n from movie_persons group by movie_id) c`;
    expect(await number(sql`select max(n) as j from ${casts}`)).toBeGreaterThan(25);
  });

  it('gives every film one to four genres, and every part a place and the role that belongs to it', async () => {
    expect(
      await db.read(sql`select jsonb_build_object('least', min(n), 'most', max(n)) as j from
        (select count(movie_id) as n from movies left join movie_genres on movie_id = movies.id group by movies.id) g`),
    ).toEqual({ least: 1, most: 4 });
    expect(
      await db.read(sql`select jsonb_object_agg(role, places) as j from
        (select role, min(position) || '-' || max(position) as places from characters where position < 12 group by 1) r`),
    ).toEqual({ leading: '0-2', supporting: '3-9', background: '10-11' });
  });

  it("casts people of the film's time", async () => {
    const fits = (pairs: string) =>
      number(sql`select (select avg((extract(year from age(m.release_date, p.date_of_birth)) between 10 and 80)::int)::float
        from ${sql.raw(pairs)} where p.date_of_birth is not null and m.release_date is not null) as j`);
    const cast = await fits(
      'movie_persons join movies m on m.id = movie_id join persons p on p.id = person_id',
    );
    const anybody = await fits('movies m cross join persons p');
    // In so small a catalog there are not always people enough of a time.
    expect(cast).toBeGreaterThan(0.8);
    expect(anybody).toBeLessThan(0.6);
  });

  it('adds to a catalog that has something, and finds its genres and countries', async () => {
    const before = await number(sql`select count(*)::int as j from genres`);
    await generateCatalog(db, { movies: 10, persons: 0, characters: 0, seed: 3 });
    expect(await number(sql`select count(*)::int as j from movies`)).toBe(410);
    expect(await number(sql`select count(*)::int as j from genres`)).toBe(before);
  });

  it('counts who is how well known as if each row had come alone', async () => {
    const counters = () =>
      db.read(sql`select json_build_array(
        (select json_agg(k order by person_id) from person_counters k),
        (select json_agg(k order by director_id) from director_counters k)) as j`);
    const made = await counters();
    await db.read(sql`select to_json(recount_persons(array(select id from persons))::text) as j`);
    await db.read(sql`select to_json(recount_directors(array(select id from directors))::text) as j`);
    expect(made).toEqual(await counters());
    expect(JSON.stringify(made)).toMatch(/"movies":[1-9]/);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await generateCatalog(db, { movies: 5, persons: 5, characters: 5, seed: 4 }, ({ step, done, total }) =>
      told.push(`${step} ${done}/${total}`),
    );
    expect(told).toEqual(['People 0/5', 'People 5/5', 'Films 0/5', 'Films 5/5', 'Casts 0/5', 'Casts 5/5']);
  });
});

describe('a run that was cut off', () => {
  // So many characters that their indexes are taken away meanwhile.
  const large = { movies: 200, persons: 400, characters: 21_000, seed: 5 };

  it('leaves whole steps, and goes on to the same rows', async () => {
    const [whole, cut] = [await testDatabase(), await testDatabase()];
    await generateCatalog(whole, large);
    const before = await definitions(cut);
    const resumed: number[] = [];
    const options = { onResume: (done: number) => resumed.push(done) };

    await cutOff(cut, large, 'People', options);
    expect(await made(cut)).toEqual({ movies: 0, persons: 0, characters: 0 });
    await cutOff(cut, large, 'Films', options);
    expect(await made(cut)).toEqual({ movies: 0, persons: 400, characters: 0 });
    expect(await definitions(cut)).toEqual(before);
    await cutOff(cut, large, 'Casts', options);
    expect(await made(cut)).toEqual({ movies: 200, persons: 400, characters: 0 });
    expect(await definitions(cut)).toEqual(before);

    expect(await generateCatalog(cut, large, undefined, options)).toBe(true);
    expect(resumed).toEqual([1, 2]);
    expect(await fingerprint(cut)).toBe(await fingerprint(whole));
    expect(await definitions(cut)).toEqual(before);
    expect(await isUnfinished(cut)).toBe(false);
  });

  const small = { movies: 10, persons: 20, characters: 50, seed: 6 };

  it('keeps other numbers out until it is finished', async () => {
    const cut = await testDatabase();
    await cutOff(cut, small, 'Casts');
    for (const other of [{ seed: 7 }, { movies: 11 }, { persons: 21 }, { characters: 51 }]) {
      const refused = await generateCatalog(cut, { ...small, ...other }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(OtherRunUnfinished);
      expect(refused).toMatchObject({ unfinished: { ...small, done: 2 } });
    }
    expect(await made(cut)).toEqual({ movies: 10, persons: 20, characters: 0 });
    await generateCatalog(cut, small);
    await generateCatalog(cut, { ...small, seed: 7 });
    expect(await made(cut)).toEqual({ movies: 20, persons: 40, characters: 100 });
  });

  it('can be discarded: what it has made stays', async () => {
    const cut = await testDatabase();
    await cutOff(cut, small, 'Films');
    expect(await generateCatalog(cut, { ...small, seed: 7 }, undefined, { discard: true })).toBe(true);
    expect(await made(cut)).toEqual({ movies: 10, persons: 40, characters: 50 });
    expect(await isUnfinished(cut)).toBe(false);
    await generateCatalog(cut, small, undefined, { discard: true });
    expect(await made(cut)).toEqual({ movies: 20, persons: 60, characters: 100 });
  });
});

describe('two runs at once', () => {
  /** Lets both wait in line for their first steps; the second has its turn when the first has made its own. */
  async function inLine(on: Database, ...runs: (() => Promise<boolean>)[]): Promise<boolean[]> {
    const waiting = sql`select count(*)::int as j from pg_stat_activity
      where datname = current_database() and wait_event = 'advisory'`;
    const started: Promise<boolean>[] = [];
    await on.change({ channel: 'cli' }, async (tx) => {
      await findUnfinished(tx);
      for (const run of runs) {
        started.push(run());
        const isWaiting = async () => (await on.read<number>(waiting)) === started.length;
        await vi.waitUntil(isWaiting, { timeout: 20_000 });
      }
    });
    return Promise.all(started);
  }

  it('make one catalog together when they are equal', async () => {
    const [both, alone] = [await testDatabase(), await testDatabase()];
    const run = () => generateCatalog(both, sizes);
    expect((await inLine(both, run, run)).sort()).toEqual([false, true]);
    await generateCatalog(alone, sizes);
    expect(await made(both)).toEqual(await made(alone));
    expect(await fingerprint(both)).toBe(await fingerprint(alone));
  });

  it('do not disturb each other when one discards the other', async () => {
    const both = await testDatabase();
    const other = { movies: 3, persons: 4, characters: 5, seed: 8 };
    expect(
      await inLine(
        both,
        () => generateCatalog(both, sizes),
        () => generateCatalog(both, other, undefined, { discard: true }),
      ),
    ).toEqual([false, true]);
    expect(await made(both)).toEqual({ movies: 3, persons: 1_004, characters: 5 });
  });
});
