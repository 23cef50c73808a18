import { completenessOf, worklists } from '@cinematheque/shared/dashboard';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { countStatements } from '../testing/statements.ts';
import { noteCompleteness } from './dashboard.ts';

const api = await testApi();
const { rows, db } = api;
const overview = () => api.as('editor').admin.dashboard.overview();

const [noir, france] = [await rows.genre({ name: 'Noir' }), await rows.country({ name: 'France' })];
const person = await rows.person({ firstName: 'Jean', lastName: 'Gabin' });
const director = await rows.director({ firstName: 'Julien', lastName: 'Duvivier' });
const full = { genres: [noir], country: france, director, cast: [{ person }] };
await rows.movie({ ...full, title: 'Pépé le Moko', releaseDate: '1937-01-28', durationMinutes: 94 });
await rows.movie({ ...full, title: 'La Belle Équipe', releaseDate: '1936-09-15', durationMinutes: 101 });
const bare = await rows.movie({ title: 'Nothing known', releaseDate: null, durationMinutes: null });

describe('overview', () => {
  it('counts what there is, by decade, genre and country', async () => {
    const { totals, decades, genres, countries, days } = await overview();
    expect(totals).toMatchObject({ movies: 3, persons: 1, directors: 1, genres: 1, countries: 1 });
    expect(decades).toEqual([{ decade: 1930, movies: 2 }]);
    expect(genres).toEqual([{ id: noir.id, name: 'Noir', movies: 2 }]);
    expect(countries).toEqual([{ id: france.id, name: 'France', movies: 2 }]);
    expect(days).toHaveLength(30);
    expect(days.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
    expect(days.at(-1)?.changes).toBeGreaterThan(0);
  });

  it('counts what is missing, and one less once it is there', async () => {
    const { missing } = await overview();
    expect(missing.movies).toMatchObject({
      directorId: 1,
      releaseDate: 1,
      genreIds: 1,
      personIds: 1,
      posterFileId: 3,
    });
    await api
      .as('editor')
      .admin.movies.update({ id: bare.id, data: { genreIds: [noir.id], directorId: director.id } });
    const { missing: left } = await overview();
    expect(left.movies).toMatchObject({ directorId: 0, releaseDate: 1, genreIds: 0, personIds: 1 });
  });

  it('counts exactly the rows of the list that a number leads to', async () => {
    const { missing } = await overview();
    const { admin } = api.as('editor');
    for (const field of worklists.movies) {
      const { total } = await admin.movies.list({ filter: { field, op: 'empty' } });
      expect(missing.movies[field], field).toBe(total.value);
    }
    for (const field of worklists.persons) {
      const { total } = await admin.persons.list({ filter: { field, op: 'empty' } });
      expect(missing.persons[field], field).toBe(total.value);
    }
  });

  it('tells who did what lately, and to which record', async () => {
    const { activity } = await overview();
    expect(activity[0]).toMatchObject({
      user: 'editor',
      summary: 'Edited a film',
      first: { resource: 'movies', id: bare.id, label: 'Nothing known' },
    });
  });
});

it('lists what was written last, the newest first', async () => {
  await api.as('editor').admin.persons.update({ id: person.id, data: { dateOfBirth: '1904-05-17' } });
  const { items } = await api.as('editor').admin.dashboard.latest();
  expect(items.slice(0, 2)).toEqual([
    { resource: 'persons', id: person.id, label: 'Jean Gabin', hint: 'born 1904' },
    { resource: 'movies', id: bare.id, label: 'Nothing known', hint: 'Julien Duvivier' },
  ]);
});

it('is one statement, and none until the catalog changes', async () => {
  await rows.country();
  const statements = await countStatements(db);
  const { totals } = await overview();
  expect(statements()).toBe(1);
  expect((await overview()).totals).toEqual(totals);
  expect(statements()).toBe(0);
  await rows.country();
  expect((await overview()).totals.countries).toBe((totals.countries ?? 0) + 1);
});

it('E36: knows how complete the catalog was on other days, the last time of each', async () => {
  await db.unlogged(sql`insert into completeness (day, movies, persons)
    select (now() at time zone 'UTC')::date - back, 90 - back, 50 from unnest(array[1, 2, 84, 85]) back`);
  await noteCompleteness(db);
  await noteCompleteness(db);
  await rows.country();
  const { trend } = await overview();
  // Neither today, which the page reckons by itself, nor what is older than twelve weeks.
  expect(trend).toMatchObject([
    { movies: 6, persons: 50, directors: null },
    { movies: 88, persons: 50 },
    { movies: 89, persons: 50 },
  ]);
  const today = await db.read(sql`select json_agg(json_build_array(movies, persons, directors)) as j
    from completeness where day = (now() at time zone 'UTC')::date`);
  const { totals, missing } = await overview();
  const exact = (['movies', 'persons', 'directors'] as const).map((kind) =>
    completenessOf({ totals, missing }, kind),
  );
  expect(today).toEqual([exact.map((value) => expect.closeTo(value ?? Number.NaN, 1))]);
});
