import { type Database, openDatabase } from '@cinematheque/db/open';
import { testDatabase } from '@cinematheque/db/testing/database';
import { make } from '@cinematheque/db/testing/make';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportedCredit, ImportedFilm } from './film.ts';
import { loadFilms } from './load.ts';

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
});

const credit = (
  tmdbId: number | null,
  lastName: string,
  character: string | null,
  more: Partial<ImportedCredit> = {},
) => ({
  tmdbId,
  firstName: null,
  lastName,
  gender: 'unknown' as const,
  character,
  role: 'leading' as const,
  ...more,
});

const film = (tmdbId: number | null, title: string, more: Partial<ImportedFilm> = {}): ImportedFilm => ({
  tmdbId,
  title,
  description: null,
  releaseDate: '1937-01-28',
  releaseDatePrecision: 'day',
  durationMinutes: 94,
  budget: null,
  country: { isoCode: 'FR', name: 'France' },
  genres: [
    { tmdbId: 80, name: 'Crime' },
    { tmdbId: 18, name: 'Drama' },
  ],
  director: { tmdbId: 9, firstName: 'Julien', lastName: 'Duvivier' },
  cast: [credit(1, 'Gabin', 'Pépé'), credit(2, 'Balin', 'Gaby'), credit(3, 'Modot', null)],
  ...more,
});

const load = (...films: ImportedFilm[]) => loadFilms(db, films, 'Test');

/** What load() says when it has written nothing. */
const nothing = { added: 0, filled: 0 };

const films = () =>
  db.read<unknown[]>(sql`select coalesce(jsonb_agg(jsonb_build_object(
    'title', title, 'tmdbId', tmdb_id, 'date', release_date, 'minutes', duration_minutes, 'budget', budget,
    'director', (select last_name from directors where id = director_id),
    'country', (select name from countries where id = country_id),
    'genres', (select jsonb_agg(name order by position) from movie_genres join genres g on g.id = genre_id
      where movie_id = m.id),
    'cast', (select jsonb_agg(last_name || ' ' || position order by position) from movie_persons
      join persons p on p.id = person_id where movie_id = m.id),
    'characters', (select jsonb_agg(name || ' ' || position order by position) from characters where movie_id = m.id)
  ) order by id), '[]') as j from movies m`);

const log = () =>
  db.read<unknown>(sql`select jsonb_build_object('changes', (select count(*) from changes),
    'revision', (select revision from catalog_revision)) as j`);

describe('loading films', () => {
  it('adds them with everything around them, in billing order, as one change of channel import', async () => {
    await load(film(775, 'Pépé le Moko'));
    expect(await films()).toEqual([
      {
        title: 'Pépé le Moko',
        tmdbId: 775,
        date: '1937-01-28',
        minutes: 94,
        budget: null,
        director: 'Duvivier',
        country: 'France',
        genres: ['Crime', 'Drama'],
        cast: ['Gabin 0', 'Balin 1', 'Modot 2'],
        characters: ['Pépé 0', 'Gaby 1'],
      },
    ]);
    expect(await db.read(sql`select jsonb_agg(channel || ': ' || summary) as j from changes`)).toEqual([
      'import: Test',
    ]);
  });

  it('changes nothing the second time: no row, no change, no revision', async () => {
    const [one, two] = [
      film(775, 'Pépé le Moko'),
      film(null, 'Untitled', { director: null, cast: [credit(null, 'Nobody', 'X')] }),
    ];
    await load(one, two);
    const before = [await films(), await log()];
    expect(await load(one, two)).toMatchObject({
      movies: nothing,
      persons: nothing,
      directors: nothing,
      genres: nothing,
      countries: nothing,
      movieGenres: 0,
      moviePersons: 0,
      characters: 0,
    });
    expect([await films(), await log()]).toEqual(before);
  });

  it('leaves nothing when it dies half-way', async () => {
    async function* broken() {
      for (let id = 1; id <= 250; id += 1) yield film(id, `Film ${id}`);
      throw new Error('row 251');
    }
    await expect(loadFilms(db, broken(), 'Test')).rejects.toThrow('row 251');
    expect([await films(), await log()]).toEqual([[], { changes: 0, revision: 0 }]);
  });

  it('lets the second of two loads at once find what the first has added', async () => {
    const other = await openDatabase({ url: db.url });
    const results = await Promise.all([
      load(film(775, 'Pépé le Moko')),
      loadFilms(other, [film(775, 'Pépé le Moko')], 'Other'),
    ]).finally(() => other.close());
    expect(results.map(({ movies }) => movies.added).sort()).toEqual([0, 1]);
  });

  it('keeps a film that the source has twice once', async () => {
    await load(film(775, 'Pépé le Moko'), film(775, 'Pépé le Moko again'));
    expect(await films()).toMatchObject([{ title: 'Pépé le Moko', cast: ['Gabin 0', 'Balin 1', 'Modot 2'] }]);
  });

  it('puts who plays two parts at the place of the first', async () => {
    await load(
      film(1, 'Two Parts', {
        cast: [credit(1, 'Gabin', 'A'), credit(2, 'Balin', 'B'), credit(1, 'Gabin', 'C')],
      }),
    );
    expect(await films()).toMatchObject([
      { cast: ['Gabin 0', 'Balin 1'], characters: ['A 0', 'B 1', 'C 2'] },
    ]);
  });
});

describe('loading onto what is there', () => {
  it('fills what is empty and overwrites nothing', async () => {
    await load(
      film(775, 'Pépé le Moko', {
        durationMinutes: null,
        director: null,
        genres: [],
        cast: [],
        releaseDate: '1937-01-01',
        releaseDatePrecision: 'year',
      }),
    );
    const fuller = film(775, 'Another title', { budget: 60000, description: 'About Algiers.' });
    expect(await load(fuller)).toMatchObject({
      movies: { added: 0, filled: 1 },
      movieGenres: 2,
      moviePersons: 3,
    });
    expect(await films()).toMatchObject([
      {
        title: 'Pépé le Moko',
        date: '1937-01-01',
        minutes: 94,
        budget: 60000,
        director: 'Duvivier',
        genres: ['Crime', 'Drama'],
        cast: ['Gabin 0', 'Balin 1', 'Modot 2'],
      },
    ]);
    expect(await load(fuller)).toMatchObject({ movies: nothing, moviePersons: 0 });
  });

  it('keeps the genres and the cast of a film that has some, and does not bring people for nothing', async () => {
    await load(
      film(775, 'Pépé le Moko', {
        genres: [{ tmdbId: 80, name: 'Crime' }],
        cast: [credit(2, 'Balin', 'Gaby')],
      }),
    );
    expect(await load(film(775, 'Pépé le Moko'))).toMatchObject({
      persons: nothing,
      genres: nothing,
      movieGenres: 0,
    });
    expect(await films()).toMatchObject([{ genres: ['Crime'], cast: ['Balin 0'], characters: ['Gaby 0'] }]);
  });

  it('recognizes a film without a TMDB id by title and year, a remake not', async () => {
    const rows = make(db);
    await rows.movie({ title: 'PEPE le Moko', releaseDate: '1937-01-01' });
    await rows.movie({ title: 'Pépé le Moko', releaseDate: '1999-01-01' });
    await load(film(775, 'Pépé le Moko'));
    expect(await films()).toMatchObject([
      { title: 'PEPE le Moko', tmdbId: 775, director: 'Duvivier' },
      { title: 'Pépé le Moko', tmdbId: null },
    ]);
    await load(film(775, 'Pépé le Moko'), film(776, 'Pépé le Moko'));
    expect(await films()).toMatchObject([{ tmdbId: 775 }, { tmdbId: null }, { tmdbId: 776 }]);
  });

  it('knows genres and countries by id or by name, and learns their ids', async () => {
    const rows = make(db);
    await rows.genre({ name: 'drama' });
    await rows.genre({ name: 'Gangsters', tmdbId: 80 });
    await rows.country({ name: 'Frankreich', isoCode: 'FR' });
    await rows.country({ name: 'belgium' });
    const result = await load(
      film(1, 'One'),
      film(2, 'Two', { country: { isoCode: 'BE', name: 'Belgium' } }),
    );
    expect(result).toMatchObject({ genres: { added: 0, filled: 1 }, countries: { added: 0, filled: 1 } });
    expect(await films()).toMatchObject([
      { country: 'Frankreich', genres: ['Gangsters', 'drama'] },
      { country: 'belgium', genres: ['Gangsters', 'drama'] },
    ]);
    expect(await db.read(sql`select jsonb_agg(iso_code order by id) as j from countries`)).toEqual([
      'FR',
      'BE',
    ]);
  });

  it('copes with two names for one code, and one name for two', async () => {
    const of = (isoCode: string | null, name: string) => ({ country: { isoCode, name } });
    await load(
      film(1, 'One', of('BO', 'Bolivia')),
      film(2, 'Two', of('BO', 'Plurinational State of Bolivia')),
      film(3, 'Three', of(null, 'bolivia')),
    );
    expect(await films()).toMatchObject([
      { country: 'Bolivia' },
      { country: 'Bolivia' },
      { country: 'Bolivia' },
    ]);
  });
});

describe('people', () => {
  it('are known by their TMDB id; a name never stands for an id', async () => {
    await make(db).person({ lastName: 'Gabin', firstName: null });
    await load(
      film(1, 'One'),
      film(2, 'Two', { cast: [credit(5, 'Gabin', 'Namesake'), credit(1, 'Moncorgé', 'Himself')] }),
    );
    expect(
      await db.read(sql`select jsonb_agg(last_name || ' ' || coalesce(tmdb_id, 0) order by tmdb_id nulls first) as j
        from persons where last_name in ('Gabin', 'Moncorgé')`),
    ).toEqual(['Gabin 0', 'Gabin 1', 'Gabin 5']);
  });

  it('without an id are known by their name', async () => {
    const cast = [credit(null, 'Méliès', 'Professor', { firstName: 'Georges' })];
    await load(film(1, 'One', { cast }), film(2, 'Two', { cast }));
    await load(film(3, 'Three', { cast }));
    expect(await db.read(sql`select count(*)::int as j from persons`)).toBe(1);
  });

  it('have no gender when the sources contradict each other, and learn one', async () => {
    const as = (gender: ImportedCredit['gender']) => ({ cast: [credit(1, 'A', 'X', { gender })] });
    const gender = () => db.read(sql`select to_jsonb(gender) as j from persons`);
    await load(film(1, 'One', as('female')), film(2, 'Two', as('male')));
    expect(await gender()).toBe('unknown');
    expect(await load(film(3, 'Three', as('male')), film(4, 'Four', as('unknown')))).toMatchObject({
      persons: { filled: 1 },
    });
    expect(await gender()).toBe('male');
    await load(film(5, 'Five', as('female')));
    expect(await gender()).toBe('male');
  });

  it('who direct too are linked, by id or by the name that stands for it, also afterwards', async () => {
    const link = () =>
      db.read(
        sql`select jsonb_object_agg(d.last_name, p.last_name) as j from directors d left join persons p on p.id = d.person_id`,
      );
    await load(
      film(1, 'One', { director: { tmdbId: 1, firstName: null, lastName: 'Gabin' } }),
      film(2, 'Two', {
        director: { tmdbId: null, firstName: null, lastName: 'Méliès' },
        cast: [credit(null, 'Méliès', 'X')],
      }),
      film(3, 'Three', { director: { tmdbId: 50, firstName: null, lastName: 'Varda' } }),
    );
    expect(await link()).toEqual({ Gabin: 'Gabin', Méliès: 'Méliès', Varda: null });
    expect(
      await load(film(4, 'Four', { director: null, cast: [credit(50, 'Varda', 'Herself')] })),
    ).toMatchObject({
      directors: { added: 0, filled: 1 },
    });
    expect(await link()).toMatchObject({ Varda: 'Varda' });
  });
});
