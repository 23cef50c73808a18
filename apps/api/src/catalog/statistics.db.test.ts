import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { importWholeTmdb, tmdbFolder } from '../testing/tmdb.ts';

const api = await testApi();
const { rows } = api;
const { statistics, movies } = api.as('anon');
const admin = api.as('admin').statistics;

/** Sums of these pass 2^31. */
const BILLION = 1_000_000_000;

const [france, peru] = [await rows.country({ name: 'France' }), await rows.country({ name: 'Peru' })];
const [noir, drama, empty] = [
  await rows.genre({ name: 'Noir' }),
  await rows.genre({ name: 'Drama' }),
  await rows.genre({ name: 'Empty' }),
];
const [gabin, morgan, simon, extra] = [
  await rows.person({ lastName: 'Gabin' }),
  await rows.person({ lastName: 'Morgan' }),
  await rows.person({ lastName: 'Simon' }),
  await rows.person({ lastName: 'Extra' }),
];
const [carne, renoir, nobody] = [
  await rows.director({ lastName: 'Carne' }),
  await rows.director({ lastName: 'Renoir', personId: simon.id }),
  await rows.director({ lastName: 'Nobody' }),
];
const film = (title: string, given: Parameters<typeof rows.movie>[0]) => rows.movie({ title, ...given });
const cast = (...persons: { id: number }[]) =>
  persons.map((person) => ({ person, characters: ['One', 'Two'] }));
const quai = await film('Quai', {
  ...{
    releaseDate: '1938-05-18',
    durationMinutes: 91,
    budget: 2 * BILLION,
    director: carne,
    country: france,
  },
  ...{ genres: [noir, drama], cast: cast(gabin, morgan, simon) },
});
const jour = await film('Jour', {
  ...{ releaseDate: '1939-06-09', durationMinutes: 93, budget: BILLION, director: carne, country: france },
  ...{ genres: [drama], cast: cast(gabin, morgan) },
});
const bete = await film('Bete', {
  ...{ releaseDate: '1938-12-23', budget: null, director: renoir, country: peru },
  ...{ genres: [noir], cast: cast(gabin, simon) },
});
const late = await film('Late', {
  ...{ releaseDate: '1974-09-18', durationMinutes: 200, budget: 7, director: renoir },
  ...{ cast: cast(gabin, extra) },
});
const undated = await film('Undated', { budget: null, director: nobody, cast: [] });
const users = [api.viewer('visitor'), api.viewer('other')];
for (const movie of [quai, late]) await rows.favorite(users[0] ?? { id: 0 }, movie);
await rows.favorite(users[1] ?? { id: 0 }, late);

const ids = (items: { movie: { id: number } }[]) => items.map(({ movie }) => movie.id);

describe('the reference questions, counted by hand', () => {
  it('1. actors with the total budget of their films', async () => {
    const { items, total } = await statistics.actorsByTotalBudget();
    expect(items.map(({ person, totalBudget, movies }) => [person.id, totalBudget, movies])).toEqual([
      [gabin.id, 3 * BILLION + 7, 3],
      [morgan.id, 3 * BILLION, 2],
      [simon.id, 2 * BILLION, 1],
      [extra.id, 7, 1],
    ]);
    expect(total).toEqual({ value: 4, exact: true });
  });

  it('2. films of the last years with the number of actors', async () => {
    const of = async (years: number, until?: string) => {
      const { items } = await statistics.recentMovies({ years, until });
      return items.map(({ movie, actors }) => [movie.id, actors]);
    };
    expect(await of(1, '1939-06-09')).toEqual([
      [jour.id, 2],
      [bete.id, 2],
    ]);
    expect(await of(1, '1939-06-08')).toEqual([[bete.id, 2]]);
    expect(await of(2, '1939-05-18')).toEqual([
      [bete.id, 2],
      [quai.id, 3],
    ]);
    expect(await of(200)).toHaveLength(4);
  });

  it('3. users with the ids of their favorites, for administrators', async () => {
    const { items } = await admin.usersWithFavorites();
    expect(items.map(({ user, movieIds }) => [user.username, movieIds])).toEqual([
      ['visitor', [late.id, quai.id]],
      ['other', [late.id]],
      ['editor', []],
      ['admin', []],
    ]);
  });

  it('4. directors with the average budget of their films', async () => {
    const { items } = await statistics.directorsByAverageBudget();
    expect(items.map(({ director, averageBudget, movies }) => [director.id, averageBudget, movies])).toEqual([
      [carne.id, 1.5 * BILLION, 2],
      [renoir.id, 7, 1],
    ]);
  });

  it('5. films by country, date, running time and any of several genres, with poster and director', async () => {
    const { items } = await movies.list({
      ...{ countries: [france.id], yearFrom: 1938, minutesFrom: 92, genres: [noir.id, drama.id] },
    });
    expect(items).toMatchObject([{ id: jour.id, director: { lastName: 'Carne' }, poster: null }]);
  });

  it('6. one film with everything', async () => {
    const { item } = await movies.get({ id: quai.id });
    expect(item).toMatchObject({
      ...{ title: 'Quai', budget: 2 * BILLION, country: { name: 'France' }, director: { lastName: 'Carne' } },
      ...{ genres: [{ name: 'Noir' }, { name: 'Drama' }], favorites: 1 },
      cast: [gabin, morgan, simon].map(({ id }) => ({
        person: { id },
        characters: [{ name: 'One' }, { name: 'Two' }],
      })),
    });
  });
});

describe('the catalog in numbers', () => {
  it('counts and sums', async () => {
    expect(await statistics.overview()).toEqual({
      ...{ movies: 5, persons: 4, directors: 3, characters: 18, genres: 3, countries: 2 },
      ...{ minutes: 384, budget: 3 * BILLION + 7, firstYear: 1938, lastYear: 1974 },
    });
  });

  it('counts films by year, decade, genre and country; what is not known is last', async () => {
    expect((await statistics.moviesByYear()).items).toEqual([
      { year: 1938, movies: 2 },
      { year: 1939, movies: 1 },
      { year: 1974, movies: 1 },
    ]);
    expect((await statistics.moviesByDecade()).items).toEqual([
      { decade: 1930, movies: 3 },
      { decade: 1970, movies: 1 },
      { decade: null, movies: 1 },
    ]);
    expect((await statistics.moviesByGenre()).items).toEqual([
      { genre: { id: drama.id, name: 'Drama' }, movies: 2 },
      { genre: { id: noir.id, name: 'Noir' }, movies: 2 },
    ]);
    expect(empty.id).toBeGreaterThan(0);
    expect((await statistics.moviesByCountry()).items).toEqual([
      { country: { id: france.id, name: 'France' }, movies: 2 },
      { country: { id: peru.id, name: 'Peru' }, movies: 1 },
      { country: null, movies: 2 },
    ]);
    expect(undated.id).toBeGreaterThan(0);
  });

  it('knows the longest careers and the most frequent pairs', async () => {
    const careers = (await statistics.longestCareers()).items;
    expect(
      careers.map(({ person, from, to, years, movies }) => [person.id, from, to, years, movies]),
    ).toEqual([
      [gabin.id, 1938, 1974, 36, 4],
      [morgan.id, 1938, 1939, 1, 2],
      [simon.id, 1938, 1938, 0, 2],
    ]);
    const pairs = (await statistics.frequentPairs()).items;
    expect(pairs.map(({ persons, movies }) => [...persons.map(({ id }) => id), movies])).toEqual([
      [gabin.id, morgan.id, 2],
      [gabin.id, simon.id, 2],
    ]);
    // Simon is the director Renoir himself, so with him he is no pair.
    const directed = (await statistics.frequentDirectorPairs()).items;
    expect(directed.map(({ director, person, movies }) => [director.id, person.id, movies])).toEqual([
      [carne.id, gabin.id, 2],
      [carne.id, morgan.id, 2],
      [renoir.id, gabin.id, 2],
    ]);
  });

  it.each(['actorsByTotalBudget', 'directorsByAverageBudget', 'longestCareers'] as const)(
    '%s is read to its end, page by page',
    async (ranking) => {
      const whole = await statistics[ranking]({ limit: 100 });
      const paged: unknown[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await statistics[ranking]({ limit: 1, cursor });
        paged.push(...page.items);
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole.items);
      expect(whole.total.value).toBe(paged.length);
    },
  );

  it('pages the recent films too', async () => {
    const first = await statistics.recentMovies({ years: 200, limit: 3 });
    const rest = await statistics.recentMovies({ years: 200, limit: 3, cursor: first.nextCursor ?? '' });
    expect(ids([...first.items, ...rest.items])).toEqual([late.id, jour.id, bete.id, quai.id]);
  });
});

interface Film {
  id: number;
  budget: number | null;
  date: string | null;
  minutes: number | null;
  country: number | null;
  director: number | null;
  persons: number[];
  genres: number[];
}

describe.skipIf(!tmdbFolder)('the same of the TMDB 5000 films, evaluated in plain JavaScript', () => {
  let films: Film[] = [];

  beforeAll(async () => {
    await importWholeTmdb(api.db.url);
    films = await api.db.read<Film[]>(sql`select json_agg(json_build_object('id', id, 'budget', budget,
      'date', release_date, 'minutes', duration_minutes, 'country', country_id, 'director', director_id,
      'persons', array(select person_id from movie_persons where movie_id = m.id),
      'genres', array(select genre_id from movie_genres where movie_id = m.id))) as j from movies m`);
  }, 600_000);

  /** Budgets added up by a key of the film: [key, sum, how many], the most first. */
  function ranking(keysOf: (film: Film) => number[], value: (sum: number, count: number) => number) {
    const sums = new Map<number, [number, number]>();
    for (const film of films) {
      if (film.budget === null) continue;
      for (const key of keysOf(film)) {
        const [sum, count] = sums.get(key) ?? [0, 0];
        sums.set(key, [sum + film.budget, count + 1]);
      }
    }
    return [...sums]
      .map(([key, [sum, count]]) => [key, value(sum, count), count] as const)
      .sort(([a, x], [b, y]) => y - x || b - a);
  }

  it('1. actors by total budget', async () => {
    const { items } = await statistics.actorsByTotalBudget({ limit: 100 });
    expect(items.map(({ person, totalBudget, movies }) => [person.id, totalBudget, movies])).toEqual(
      ranking(
        ({ persons }) => persons,
        (sum) => sum,
      ).slice(0, 100),
    );
    expect(items[0]?.totalBudget).toBeGreaterThan(2 ** 31);
  });

  it('2. recent films', async () => {
    const found: unknown[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await statistics.recentMovies({ years: 2, until: '2016-06-30', limit: 100, cursor });
      found.push(...page.items.map(({ movie, actors }) => [movie.id, actors]));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    const expected = films
      .filter(({ date }) => date !== null && date > '2014-06-30' && date <= '2016-06-30')
      .sort((a, b) => (a.date === b.date ? b.id - a.id : (a.date ?? '') < (b.date ?? '') ? 1 : -1));
    expect(found).toEqual(expected.map(({ id, persons }) => [id, persons.length]));
    expect(found.length).toBeGreaterThan(300);
  });

  it('3. users and their favorites', async () => {
    const { items } = await admin.usersWithFavorites();
    expect(items.find(({ user }) => user.username === 'visitor')?.movieIds).toEqual([late.id, quai.id]);
  });

  it('4. directors by average budget', async () => {
    const { items } = await statistics.directorsByAverageBudget({ limit: 100 });
    expect(items.map(({ director, averageBudget, movies }) => [director.id, averageBudget, movies])).toEqual(
      ranking(
        ({ director }) => (director === null ? [] : [director]),
        (sum, count) => sum / count,
      ).slice(0, 100),
    );
  });

  it('5. films by country, date, running time and genres', async () => {
    const [country] = films.flatMap((film) => film.country ?? []).slice(-1);
    const [one, two] = [...new Set(films.flatMap(({ genres }) => genres))];
    if (country === undefined || one === undefined || two === undefined) throw new Error('no films');
    const { total } = await movies.list({
      ...{ countries: [country], yearFrom: 2010, minutesFrom: 100, genres: [one, two] },
    });
    const fits = films.filter(
      (film) =>
        film.country === country &&
        (film.date ?? '') >= '2010' &&
        (film.minutes ?? 0) >= 100 &&
        film.genres.some((genre) => genre === one || genre === two),
    );
    expect(total).toEqual({ value: fits.length, exact: true });
  });

  it('6. one film with everything', async () => {
    const [film] = films.toSorted((a, b) => b.persons.length - a.persons.length);
    const { item } = await movies.get({ id: film?.id ?? 0 });
    expect(item.cast.map(({ person }) => person.id).sort()).toEqual(film?.persons.toSorted());
    expect(item.genres.map(({ id }) => id).sort()).toEqual(film?.genres.toSorted());
  });
});
