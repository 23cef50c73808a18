import { minutesBuckets } from '@cinematheque/shared/facets';
import { type MovieListInput, movieListInput } from '@cinematheque/shared/movie';
import { type MovieSort, movieSorts } from '@cinematheque/shared/movie-sorts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const { movies } = api.as('anon');

/** A film as this file remembers it, to compare with what the database says. */
interface Film {
  id: number;
  title: string;
  releaseDate: string | null;
  durationMinutes: number | null;
  budget: number | null;
  genres: number[];
  persons: number[];
  country: number | null;
  director: number | null;
  favorites: number;
}

const { rows } = api;
const made = async (count: number, make: () => Promise<{ id: number }>) =>
  Promise.all(Array.from({ length: count }, make));
const genres = await made(4, () => rows.genre());
const persons = await made(4, () => rows.person());
const countries = await made(3, () => rows.country());
const directors = await made(3, () => rows.director());
const users = await made(3, () => rows.user());

/** Words and numbers repeat, so that there are ties in every order, and much is missing. */
const titles = ['The Wages of Fear', 'Élan', 'elan', 'A Man Escaped', 'Łódź', 'Le Jour se lève', 'Man'];
const films: Film[] = [];
for (let n = 0; n < 42; n += 1) {
  const pick = <T>(list: T[], every: number) => list.filter((_, index) => (n + index) % every === 0);
  const [country, director] = [countries[n % 5], directors[(n * 3) % 7]];
  const fields = {
    title: titles[n % titles.length] ?? '',
    releaseDate: n % 6 ? `19${30 + (n % 4) * 10 + (n % 3)}-0${1 + (n % 2)}-01` : null,
    durationMinutes: n % 5 ? 80 + (n % 3) * 20 : null,
    budget: n % 4 ? (n % 7) * 1000 + 1 : null,
  };
  const links = { genres: pick(genres, 3), cast: pick(persons, 4).map((person) => ({ person })) };
  const { id } = await rows.movie({ ...fields, ...links, country, director });
  for (const user of users.slice(0, n % 4)) await rows.favorite(user, { id });
  films.push({
    ...{ id, ...fields, favorites: n % 4, country: country?.id ?? null, director: director?.id ?? null },
    ...{ genres: links.genres.map((genre) => genre.id), persons: links.cast.map(({ person }) => person.id) },
  });
}

const fold = (text: string) =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
const decadeOf = ({ releaseDate }: Film) =>
  releaseDate && Math.floor(Number(releaseDate.slice(0, 4)) / 10) * 10;

/** What a filter means, said once more. */
function fits(film: Film, filter: MovieListInput): boolean {
  const values = {
    genres: film.genres,
    persons: film.persons,
    countries: [film.country],
    directors: [film.director],
    decades: [decadeOf(film)],
  };
  const year = film.releaseDate ? Number(film.releaseDate.slice(0, 4)) : null;
  const minutes = film.durationMinutes;
  const within = (value: number | null, from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER) =>
    value !== null && value >= from && value <= to;
  const has = (held: (number | string | null)[], asked: number[] = [], all = false) =>
    !asked.length ||
    (all ? asked.every((one) => held.includes(one)) : asked.some((one) => held.includes(one)));
  const all = filter.match === 'all';
  return (
    (filter.q ?? '').split(' ').every((word) => fold(film.title).includes(fold(word))) &&
    has(values.genres, filter.genres, all) &&
    has(values.persons, filter.persons, all) &&
    has(values.countries, filter.countries) &&
    has(values.directors, filter.directors) &&
    has(values.decades, filter.decades) &&
    !(filter.excludeGenres ?? []).some((one) => values.genres.includes(one)) &&
    !(filter.excludePersons ?? []).some((one) => values.persons.includes(one)) &&
    !(filter.excludeCountries ?? []).some((one) => values.countries.includes(one)) &&
    !(filter.excludeDirectors ?? []).some((one) => values.directors.includes(one)) &&
    !(filter.excludeDecades ?? []).some((one) => values.decades.includes(one)) &&
    (filter.yearFrom === undefined && filter.yearTo === undefined
      ? true
      : within(year, filter.yearFrom, filter.yearTo)) &&
    (filter.minutesFrom === undefined && filter.minutesTo === undefined
      ? true
      : within(minutes, filter.minutesFrom, filter.minutesTo))
  );
}

/** What each order goes by, and whether it goes down. */
const orders: Record<MovieSort, [(film: Film) => string | number | null, boolean]> = {
  newest: [({ releaseDate }) => releaseDate, true],
  oldest: [({ releaseDate }) => releaseDate, false],
  title: [({ title }) => fold(title).replace(/^(the|an|a) /, ''), false],
  longest: [({ durationMinutes }) => durationMinutes, true],
  shortest: [({ durationMinutes }) => durationMinutes, false],
  budget: [({ budget }) => budget, true],
  favorites: [({ favorites }) => favorites, true],
  added: [({ id }) => id, true],
};

function inOrder(sort: MovieSort, list: Film[]): Film[] {
  const [by, down] = orders[sort];
  return [...list].sort((one, other) => {
    const [a, b] = [by(one), by(other)];
    if ((a === null) !== (b === null)) return a === null ? 1 : -1;
    const rising = a === b || a === null || b === null ? one.id - other.id : a < b ? -1 : 1;
    return down ? -rising : rising;
  });
}

/** All pages of a list, one after another. */
async function pages(input: MovieListInput): Promise<{ ids: number[]; totals: unknown[] }> {
  const [ids, totals]: [number[], unknown[]] = [[], []];
  for (let cursor: string | undefined; ; ) {
    const page = await movies.list({ ...input, cursor });
    ids.push(...page.items.map(({ id }) => id));
    totals.push(page.total);
    if (page.nextCursor === null) return { ids, totals };
    expect(page.items).toHaveLength(input.limit ?? 24);
    cursor = page.nextCursor;
  }
}

const some = <T>(values: T[], most = 2) => fc.subarray(values, { minLength: 0, maxLength: most });
const idsOf = (made: { id: number }[]) => some([...made.map(({ id }) => id), 999_999]);
const decades = some([1930, 1940, 1950, 1960, 2010]);
const values = {
  q: fc.constantFrom('', 'man', 'E', 'elan', 'ŁÓDŹ', 'jour leve', 'wages', 'nothing'),
  ...{ genres: idsOf(genres), persons: idsOf(persons), countries: idsOf(countries) },
  ...{ directors: idsOf(directors), decades, excludeDecades: decades },
  ...{ excludeGenres: idsOf(genres), excludePersons: idsOf(persons) },
  ...{ excludeCountries: idsOf(countries), excludeDirectors: idsOf(directors) },
  match: fc.constantFrom('any', 'all'),
  ...{ yearFrom: fc.integer({ min: 1928, max: 1965 }), yearTo: fc.integer({ min: 1928, max: 1965 }) },
  ...{ minutesFrom: fc.integer({ min: 0, max: 130 }), minutesTo: fc.integer({ min: 0, max: 130 }) },
};
/** Few of the filters at a time: all of them together leave nothing. */
const filter = fc
  .tuple(fc.record(values), fc.subarray(Object.keys(values), { maxLength: 3 }))
  .map(([all, kept]) =>
    movieListInput.parse(Object.fromEntries(Object.entries(all).filter(([key]) => kept.includes(key)))),
  );

describe('movies.list', () => {
  it.each(movieSorts)('%s: gives every film once, in a total order, whatever the page', async (sort) => {
    const expected = inOrder(sort, films).map(({ id }) => id);
    for (const limit of [1, 5, 42, 100]) {
      const { ids, totals } = await pages({ sort, limit });
      expect(ids).toEqual(expected);
      for (const total of totals) expect(total).toEqual({ value: films.length, exact: true });
    }
  });

  it('means by every filter what a plain evaluation means by it', async () => {
    await fc.assert(
      fc.asyncProperty(
        filter,
        fc.constantFrom(...movieSorts),
        fc.integer({ min: 2, max: 20 }),
        async (filter, sort, limit) => {
          const expected = inOrder(
            sort,
            films.filter((film) => fits(film, filter)),
          );
          const { ids, totals } = await pages({ ...filter, sort, limit });
          expect(ids).toEqual(expected.map(({ id }) => id));
          for (const total of totals) expect(total).toEqual({ value: expected.length, exact: true });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds genres up only when all are asked for', async () => {
    const [first, second] = genres.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('no genres');
    const both = { genres: [first, second], limit: 100 };
    const any = await movies.list(both);
    const all = await movies.list({ ...both, match: 'all' });
    expect(any.total.value).toBe(
      films.filter((film) => film.genres.includes(first) || film.genres.includes(second)).length,
    );
    expect(all.total.value).toBe(
      films.filter((film) => film.genres.includes(first) && film.genres.includes(second)).length,
    );
  });

  it('is the newest twenty-four without any input', async () => {
    const { items } = await movies.list();
    expect(items.map(({ id }) => id)).toEqual(
      inOrder('newest', films)
        .slice(0, 24)
        .map(({ id }) => id),
    );
  });
});

describe('movies.facets', () => {
  it('counts for every value what the list with it holds', async () => {
    await fc.assert(
      fc.asyncProperty(filter, async (filter) => {
        const facets = await movies.facets(filter);
        const total = async (more: MovieListInput) =>
          (await movies.list({ ...filter, ...more, limit: 1 })).total.value;
        const added = (chosen: number[] = [], value: number) =>
          filter.match === 'all' ? [...chosen, value] : [value];
        for (const kind of ['genres', 'countries', 'directors', 'persons'] as const) {
          for (const { id, count, exact } of facets[kind]) {
            expect(exact).toBe(true);
            expect(count, `${kind} ${id}`).toBe(await total({ [kind]: added(filter[kind], id) }));
          }
        }
        for (const { decade, count } of facets.decades)
          expect(count, `${decade}`).toBe(await total({ decades: added(filter.decades, decade) }));
        for (const { from, to, count } of facets.minutes)
          expect(count, `${from}-${to}`).toBe(
            await total({ minutesFrom: from ?? undefined, minutesTo: to ?? undefined }),
          );
      }),
      { numRuns: 40 },
    );
  });

  it('has every value, those that leave nothing too', async () => {
    const facets = await movies.facets({ q: 'nothing such' });
    expect(facets.genres).toHaveLength(genres.length);
    expect(facets.countries).toHaveLength(countries.length);
    expect(facets.decades.map(({ decade }) => decade)).toEqual([1930, 1940, 1950, 1960]);
    expect(facets.minutes).toHaveLength(minutesBuckets.length);
    for (const { count } of Object.values(facets).flat()) expect(count).toBe(0);
  });

  it('has the chosen directors and people besides the most frequent', async () => {
    const [director] = directors.slice(2);
    const [person] = persons;
    const facets = await movies.facets({
      ...{ q: 'nothing such', directors: [director?.id ?? 0] },
      excludePersons: [person?.id ?? 0, 999_999],
    });
    expect(facets.directors).toMatchObject([{ id: director?.id, count: 0, exact: true }]);
    expect(facets.persons).toMatchObject([{ id: person?.id, count: 0 }]);
  });
});
