import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { generateCatalog } from '../generate/generate.ts';
import { COUNT_CAP } from '../page.ts';
import { testApi } from '../testing/api.ts';

/** Of more films than are counted a sample tells, and each number says whether it is one. */
const api = await testApi();
await generateCatalog(api.db, { movies: 30_000, persons: 2_000, characters: 60_000, seed: 1 });
await api.db.unlogged(sql`vacuum analyze movies`);
const { movies } = api.as('visitor');

const [frequent = 0, rare = 0] = await api.db.read<number[]>(sql`select json_build_array(
  (select genre_id from movie_genres group by 1 order by count(*) desc limit 1),
  (select genre_id from movie_genres group by 1 having count(*) between 100 and ${COUNT_CAP}
    order by count(*) limit 1)) as j`);

/** What a value of a facet really has, counted from the tables. */
const truth = {
  genres: (id: number) => sql`m.id in (select movie_id from movie_genres where genre_id = ${id})`,
  countries: (id: number) => sql`m.country_id = ${id}`,
  directors: (id: number) => sql`m.director_id = ${id}`,
  persons: (id: number) => sql`m.id in (select movie_id from movie_persons where person_id = ${id})`,
};
const count = (...conditions: ReturnType<typeof sql>[]) =>
  api.db.read<number>(
    sql`select to_json(count(*)) as j from movies m where ${sql.join(conditions, sql` and `)}`,
  );

async function expectTrue(filter: { genres?: number[] }) {
  const facets = await movies.facets(filter);
  const exactOf: Record<string, boolean[]> = {};
  for (const kind of ['genres', 'countries', 'directors', 'persons'] as const) {
    for (const { id, count: said, exact } of facets[kind]) {
      const others = kind === 'genres' ? [] : (filter.genres ?? []).map(truth.genres);
      const real = await count(truth[kind](id), ...others);
      if (exact) expect(said, `${kind} ${id}`).toBe(real);
      else expect(Math.abs(said - real), `${kind} ${id}: ${said} of ${real}`).toBeLessThan(60 + real / 8);
    }
    exactOf[kind] = facets[kind].map(({ exact }) => exact);
  }
  return { facets, exactOf };
}

describe('films that are more than are counted', () => {
  it('have facets that say so, near to what is true; people and directors are counted', async () => {
    const { facets, exactOf } = await expectTrue({});
    expect(new Set([...(exactOf.genres ?? []), ...(exactOf.countries ?? [])])).toEqual(new Set([false]));
    expect(new Set([...(exactOf.directors ?? []), ...(exactOf.persons ?? [])])).toEqual(new Set([true]));
    const all = facets.decades.reduce((sum, decade) => sum + decade.count, 0);
    expect(Math.abs(all - 30_000)).toBeLessThan(1_500);
  });

  it('are counted for each facet in its own films', async () => {
    expect(await count(truth.genres(frequent))).toBeGreaterThan(COUNT_CAP);
    const { exactOf } = await expectTrue({ genres: [frequent] });
    expect(exactOf.countries).not.toContain(true);
    expect(exactOf.persons).not.toContain(false);
    // Another genre alone leaves few films, but which ones it may be is asked of all.
    const few = await expectTrue({ genres: [rare] });
    expect(few.exactOf.countries).not.toContain(false);
    expect(few.exactOf.genres).not.toContain(true);
  });

  it('say the same each time', async () => {
    expect(await movies.facets({})).toEqual(await movies.facets({}));
  });

  it('have about as many rows as a filtered list says', async () => {
    const { total } = await movies.list({ genres: [frequent] });
    expect(total.exact).toBe(false);
    const real = await count(truth.genres(frequent));
    expect(Math.abs(total.value - real)).toBeLessThan(real / 10);
    expect((await movies.list({ genres: [rare] })).total).toEqual({
      value: await count(truth.genres(rare)),
      exact: true,
    });
  });
});
