import { testDatabase } from '@cinematheque/db/testing/database';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../error.ts';
import { film } from './fixture/films.ts';
import { fixtureFilms, writeFixture } from './fixture/write.ts';
import { importTmdb } from './import.ts';

const db = await testDatabase();
const files = await writeFixture();
const first = await importTmdb(db, files);

/** A film of the fixture as it was stored. */
const stored = (tmdbId: number) =>
  db.read(sql`select (select jsonb_build_object('title', title, 'description', description, 'budget', budget,
    'date', release_date, 'precision', release_date_precision, 'minutes', duration_minutes,
    'director', (select concat_ws(' | ', first_name, last_name) from directors where id = director_id),
    'country', (select iso_code from countries where id = country_id),
    'genres', (select coalesce(jsonb_agg(name order by position), '[]') from movie_genres
      join genres g on g.id = genre_id where movie_id = m.id),
    'cast', (select coalesce(jsonb_agg(concat_ws(' | ', first_name, last_name) order by position), '[]')
      from movie_persons join persons p on p.id = person_id where movie_id = m.id),
    'characters', (select coalesce(jsonb_agg(name || ', ' || role order by position), '[]')
      from characters where movie_id = m.id)) from movies m where tmdb_id = ${tmdbId}) as j`);

describe('importing the fixture', () => {
  it('has some sixty films, as the files of TMDB have thousands', () => {
    expect(fixtureFilms.length).toBeGreaterThan(60);
    // Two rows are no films of their own: the one without a title, and the one listed again.
    expect(first.result).toMatchObject({
      films: fixtureFilms.length - 2,
      movies: { added: fixtureFilms.length - 2 },
    });
  });

  it('reports every oddity with what it did about it', () => {
    expect(Object.fromEntries(first.oddities.map(({ kind, count }) => [kind, count]))).toEqual({
      repeatedFilm: 1,
      noTitle: 1,
      filmWithoutCredits: 1,
      creditsWithoutFilm: 2,
      repeatedCredits: 1,
      noDate: 1,
      impossibleDate: 2,
      noRuntime: 1,
      zeroRuntime: 1,
      impossibleRuntime: 1,
      zeroBudget: 1,
      tinyBudget: 1,
      impossibleBudget: 2,
      noOverview: 1,
      noGenre: 1,
      noCountry: 1,
      severalCountries: 2,
      noDirector: 2,
      severalDirectors: 1,
      noCast: 2,
      emptyCharacter: 3,
      repeatedPart: 1,
      repeatedOrder: 1,
      noName: 1,
      oneWordName: 2,
      namesakes: 1,
      contradictoryGender: 1,
      tooLong: 3,
    });
    expect(first.oddities.find(({ kind }) => kind === 'severalCountries')?.examples).toEqual([
      'By Code (TMDB 2034): US of AU, DE, US',
      'In Order (TMDB 2035): GB of GB, AU, FR',
    ]);
  });

  it('stores a film in which nothing is odd', async () => {
    expect(await stored(1001)).toEqual({
      title: 'The Salt Road',
      description: 'What happens in The Salt Road.',
      budget: 120000,
      date: '1938-03-04',
      precision: 'day',
      minutes: 94,
      director: 'Odile | Carnot',
      country: 'FR',
      genres: ['Drama', 'War'],
      cast: ['Ilse | Brandt', 'Tom | Hale'],
      characters: ['Anna, leading', 'Captain Reed, leading'],
    });
  });

  it.each<[number, object]>([
    [2001, { director: 'Sam | Rowe' }],
    [2002, { director: null, cast: ['Ilse | Brandt'] }],
    [2006, { cast: ['Tom | Hale', 'Ilse | Brandt', 'Sam | Rowe'], characters: [] }],
    [2007, { director: '山口桃子', cast: ['Zaroff'] }],
    [2008, { director: 'Nora | Quill', characters: ['Dr. May Finch, leading'] }],
    [
      2009,
      {
        cast: ['Tom | Hale', 'Ilse | Brandt'],
        characters: ['Abel, leading', 'Eve, leading', 'Cain, leading'],
      },
    ],
    [2010, { characters: ['Abel, leading', 'Seth, leading'] }],
    [2011, { characters: ['First, leading', 'Second, leading', 'Third, leading'] }],
    [2012, { cast: ['Tom | Hale', 'Sam | Rowe', 'Leo | Farkas'] }],
    [2017, { cast: ['Sam | Rowe', 'Sam | Rowe'] }],
    [2022, { budget: 25 }],
    [2023, { budget: null }],
    [2029, { date: '1951-01-01', precision: 'year' }],
    [2030, { date: '1951-06-01', precision: 'month' }],
    [2031, { date: null, precision: 'day' }],
    [2034, { country: 'US' }],
    [2035, { country: 'GB' }],
    [2038, { genres: ['War', 'Drama'] }],
    [2039, { title: 'Sous un autre nom' }],
    [2043, { title: 'Quotes, "commas" and lines', description: 'She said: "No, never."\n\nHe said: 🎬' }],
    [2044, { director: null, cast: [] }],
  ])('film %i', async (tmdbId, expected) => {
    expect(await stored(tmdbId)).toMatchObject(expected);
  });

  it('knows a person of two genders by none, and one who was unknown by the other film', async () => {
    const genders = await db.read(sql`select jsonb_object_agg(last_name, gender) as j from persons
      where tmdb_id in (102, 108, 113, 114, 117, 105)`);
    expect(genders).toEqual({
      Hale: 'male',
      Zaroff: 'male',
      Farkas: 'unknown',
      Adeyemi: 'female',
      Marek: 'non-binary',
      Sorensen: 'unknown',
    });
  });

  it('links who directs and acts', async () => {
    const unlinked =
      await db.read(sql`select count(*)::int as j from directors d join persons p using (tmdb_id)
      where d.person_id is distinct from p.id`);
    expect(unlinked).toBe(0);
    expect(
      await db.read(sql`select count(*)::int as j from directors where person_id is not null`),
    ).toBeGreaterThan(5);
  });

  it('changes nothing the second time, also from gzipped files', async () => {
    const changes = () => db.read(sql`select count(*)::int as j from changes`);
    const before = await changes();
    const { result } = await importTmdb(db, await writeFixture(fixtureFilms, { gzip: true }));
    expect(result).toMatchObject({
      movies: { added: 0, filled: 0 },
      persons: { added: 0, filled: 0 },
      characters: 0,
    });
    expect(await changes()).toBe(before);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await importTmdb(db, files, ({ step, films, total }) => steps.push(`${step} ${films}/${total}`));
    expect(steps[0]).toBe(`staging 0/${fixtureFilms.length - 2}`);
    expect(steps.at(-1)).toMatch(/^characters /);
  });
});

it('imports nothing when one row of many is bad, and names the place', async () => {
  const fresh = await testDatabase();
  const many = Array.from({ length: 300 }, (_, i) => film(i + 1, `Film ${i + 1}`));
  many[250] = { ...film(251, 'Bad'), credits: { cast: '[{"id": 1, "name": ', crew: '[]' } };
  const error = await importTmdb(fresh, await writeFixture(many)).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ImportError);
  expect(error.message).toMatch(/^credits\.csv, row 252, column cast: not JSON/);
  expect(await fresh.read(sql`select count(*)::int as j from movies`)).toBe(0);
  expect(await fresh.read(sql`select count(*)::int as j from changes`)).toBe(0);
});
