import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@cinematheque/db/open';
import { testDatabase } from '@cinematheque/db/testing/database';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importTmdb, type TmdbImport } from './import.ts';

/**
 * The whole TMDB 5000 data set, where TMDB5000_DIR names its folder (scripts/test.ts tells when it is left out):
 * ground-truth.json beside the data was counted from the files by other means.
 */
const folder = process.env.TMDB5000_DIR;

const counts = z.record(z.string(), z.int());
const groundTruth = z.object({
  movies: z.object({ rows: z.int() }),
  genres: z.object({
    distinct_by_id: z.int(),
    movie_genre_links: z.int(),
    movies_per_genre: counts,
    movies_without_genre: z.int(),
  }),
  countries: z.object({ movies_without_country: z.int(), movies_with_several_countries: z.int() }),
  dates: z.object({ movies_without_release_date: z.int(), movies_per_decade: counts }),
  budget: z.object({ zero: z.int(), between_1_and_999: z.int(), sum: z.int() }),
  runtime: z.object({ missing: z.int(), zero: z.int(), sum_minutes: z.int() }),
  overview: z.object({ missing: z.int() }),
  directors: z.object({
    distinct_when_only_first_listed_is_kept: z.int(),
    movies_without_director: z.int(),
    movies_with_several: z.int(),
    top10_first_listed_director_only: z.array(z.object({ tmdb_person_id: z.int(), movies: z.int() })),
  }),
  cast: z.object({
    distinct_persons_by_id: z.int(),
    distinct_movie_person_pairs: z.int(),
    movies_without_cast: z.int(),
    movies_with_repeated_order: z.int(),
    characters: z.object({ empty: z.int(), longer_than_255: z.int() }),
    rows: z.int(),
    top10_persons_by_distinct_movies: z.array(z.object({ tmdb_person_id: z.int(), movies: z.int() })),
  }),
  persons: z.object({
    'cast_gender_by_person (0 unknown,1 female,2 male,-1 contradictory)': counts,
    cast_one_word_names: z.int(),
  }),
  spot_checks: z.array(
    z.object({
      tmdb_id: z.int(),
      title: z.string(),
      budget: z.int(),
      release_date: z.string().nullable(),
      runtime: z.number().nullable(),
      genres: z.array(z.string()),
      countries: z.array(z.string()),
      directors: z.array(z.string()),
      cast_rows: z.int(),
      cast_first_3: z.array(z.object({ id: z.int(), name: z.string(), character: z.string() })),
    }),
  ),
});
type GroundTruth = z.infer<typeof groundTruth>;

describe.skipIf(!folder)('the whole TMDB 5000 data set', () => {
  let db: Database;
  const read = <T>(statement: ReturnType<typeof sql>) => db.read<T>(statement);
  const count = (from: ReturnType<typeof sql>) => read<number>(sql`select count(*)::int as j from ${from}`);
  let truth: GroundTruth;
  let done: TmdbImport;

  async function importAll(): Promise<TmdbImport> {
    const path = (name: string) => join(folder ?? '', name);
    return importTmdb(db, {
      movies: path('tmdb_5000_movies.csv.gz'),
      credits: path('tmdb_5000_credits.csv.gz'),
    });
  }
  const noted = (kind: string) => done.oddities.find((entry) => entry.kind === kind)?.count ?? 0;

  beforeAll(async () => {
    db = await testDatabase({ statementTimeout: 3_600_000 });
    truth = groundTruth.parse(JSON.parse(await readFile(join(folder ?? '', 'ground-truth.json'), 'utf8')));
    const start = performance.now();
    done = await importAll();
    const steps = Object.entries(done.result.seconds).map(
      ([step, seconds]) => `${step} ${seconds.toFixed(1)}`,
    );
    const total = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`TMDB 5000 imported in ${total} s (goal: 90): ${steps.join(', ')}`);
  }, 600_000);

  it('has every row', async () => {
    expect({
      movies: await count(sql`movies where tmdb_id is not null`),
      genres: await count(sql`genres`),
      genreLinks: await count(sql`movie_genres`),
      persons: await count(sql`persons where tmdb_id is not null`),
      allPersons: await count(sql`persons`),
      directors: await count(sql`directors`),
      pairs: await count(sql`movie_persons`),
      characters: await count(sql`characters`),
    }).toEqual({
      movies: truth.movies.rows,
      genres: truth.genres.distinct_by_id,
      genreLinks: truth.genres.movie_genre_links,
      persons: truth.cast.distinct_persons_by_id,
      allPersons: truth.cast.distinct_persons_by_id,
      directors: truth.directors.distinct_when_only_first_listed_is_kept,
      pairs: truth.cast.distinct_movie_person_pairs,
      characters: truth.cast.rows - truth.cast.characters.empty,
    });
  });

  it('has the films of every genre and decade', async () => {
    expect(
      await read(sql`select jsonb_object_agg(name, n) as j from
        (select g.name, count(*) as n from movie_genres join genres g on g.id = genre_id group by 1) g`),
    ).toEqual(truth.genres.movies_per_genre);
    expect(
      await read(sql`select jsonb_object_agg(decade, n) as j from
        (select left(release_date::text, 3) || '0s' as decade, count(*) as n from movies
         where release_date is not null group by 1) d`),
    ).toEqual(truth.dates.movies_per_decade);
  });

  it('leaves empty what is not known, and reports it', async () => {
    const empty = async (column: string) => count(sql`movies where ${sql.ref(column)} is null`);
    expect(await empty('release_date')).toBe(truth.dates.movies_without_release_date);
    expect(await empty('budget')).toBe(truth.budget.zero);
    expect(await empty('duration_minutes')).toBe(truth.runtime.missing + truth.runtime.zero);
    expect(await empty('description')).toBe(truth.overview.missing);
    expect(await empty('director_id')).toBe(truth.directors.movies_without_director);
    expect(await empty('country_id')).toBe(truth.countries.movies_without_country);
    const without = (table: string) =>
      count(sql`movies m where not exists (select from ${sql.table(table)} where movie_id = m.id)`);
    expect(await without('movie_genres')).toBe(truth.genres.movies_without_genre);
    expect(await without('movie_persons')).toBe(truth.cast.movies_without_cast);
    expect({
      zeroBudget: noted('zeroBudget'),
      tinyBudget: noted('tinyBudget'),
      zeroRuntime: noted('zeroRuntime'),
      noRuntime: noted('noRuntime'),
      severalCountries: noted('severalCountries'),
      severalDirectors: noted('severalDirectors'),
      emptyCharacter: noted('emptyCharacter'),
      tooLong: noted('tooLong'),
      repeatedOrder: noted('repeatedOrder'),
    }).toEqual({
      zeroBudget: truth.budget.zero,
      tinyBudget: truth.budget.between_1_and_999,
      zeroRuntime: truth.runtime.zero,
      noRuntime: truth.runtime.missing,
      severalCountries: truth.countries.movies_with_several_countries,
      severalDirectors: truth.directors.movies_with_several,
      emptyCharacter: truth.cast.characters.empty,
      tooLong: truth.cast.characters.longer_than_255,
      repeatedOrder: truth.cast.movies_with_repeated_order,
    });
  });

  it('adds up', async () => {
    expect(await read(sql`select sum(budget) as j from movies`)).toBe(`${truth.budget.sum}`);
    expect(await read(sql`select sum(duration_minutes)::int as j from movies`)).toBe(
      truth.runtime.sum_minutes,
    );
    const genders = truth.persons['cast_gender_by_person (0 unknown,1 female,2 male,-1 contradictory)'];
    expect(
      await read(
        sql`select jsonb_object_agg(gender, n) as j from (select gender, count(*) as n from persons group by 1) g`,
      ),
    ).toEqual({ unknown: genders['0'], female: genders['1'], male: genders['2'] });
    expect(await count(sql`persons where first_name is null`)).toBe(truth.persons.cast_one_word_names);
  });

  it('has the longest careers', async () => {
    for (const { tmdb_person_id, movies } of truth.cast.top10_persons_by_distinct_movies) {
      expect(
        await count(
          sql`movie_persons join persons p on p.id = person_id where p.tmdb_id = ${tmdb_person_id}`,
        ),
      ).toBe(movies);
    }
    for (const { tmdb_person_id, movies } of truth.directors.top10_first_listed_director_only) {
      expect(
        await count(sql`movies join directors d on d.id = director_id where d.tmdb_id = ${tmdb_person_id}`),
      ).toBe(movies);
    }
  });

  it('has the films of the spot checks', async () => {
    for (const check of truth.spot_checks) {
      const film = await read<{ country: string | null; cast: unknown[] }>(sql`select jsonb_build_object(
          'title', title, 'budget', coalesce(budget, 0), 'date', release_date, 'minutes', duration_minutes,
          'country', (select name from countries where id = country_id),
          'director', (select coalesce(max(concat_ws(' ', first_name, last_name)), '')
            from directors where id = director_id),
          'genres', (select coalesce(jsonb_agg(name order by position), '[]') from movie_genres
            join genres g on g.id = genre_id where movie_id = m.id),
          'parts', (select count(*) from movie_persons where movie_id = m.id),
          'cast', (select coalesce(jsonb_agg(jsonb_build_object('id', p.tmdb_id,
              'name', concat_ws(' ', first_name, last_name),
              'character', c.name, 'role', c.role) order by c.position), '[]')
            from characters c join persons p on p.id = person_id where movie_id = m.id and c.position < 3)) as j
        from movies m where tmdb_id = ${check.tmdb_id}`);
      expect(film).toMatchObject({
        title: check.title,
        budget: check.budget,
        date: check.release_date,
        minutes: check.runtime || null,
        director: check.directors[0] ?? '',
        genres: check.genres,
        parts: check.cast_rows,
        cast: check.cast_first_3.map(({ id, name, character }) => ({ id, name, character, role: 'leading' })),
      });
      expect(check.countries.length ? check.countries : [null]).toContain(film.country);
    }
  });

  it('files The Matrix under the United States, and links who directs and acts', async () => {
    expect(
      await read(
        sql`select to_jsonb(iso_code) as j from movies join countries c on c.id = country_id where movies.tmdb_id = 603`,
      ),
    ).toBe('US');
    expect(
      await count(sql`directors d join persons p using (tmdb_id) where d.person_id is distinct from p.id`),
    ).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const state = () =>
      read(sql`select jsonb_build_object('revision', (select revision from catalog_revision),
        'changes', (select count(*) from changes), 'entries', (select count(*) from change_entries),
        'movies', (select count(*) from movies), 'characters', (select count(*) from characters)) as j`);
    const before = await state();
    await importAll();
    expect(await state()).toEqual(before);
  }, 600_000);
});
