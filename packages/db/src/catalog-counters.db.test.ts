import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { empty, fill } from './testing/fill.ts';
import { make } from './testing/make.ts';
import { kinds, randomWrites, type Write } from './testing/random-writes.ts';

const db = await testDatabase();
const rows = make(db);

const all = (query: ReturnType<typeof sql>) =>
  db.read<unknown[]>(
    sql`select coalesce(jsonb_agg(to_jsonb(x) order by to_jsonb(x)), '[]') as j from (${query}) x`,
  );

/** Each side table, and what it must hold, counted from the catalog. */
const counters = {
  person_counters: [
    sql`select person_id, movies, budgets, budgeted, first_film, last_film, known_for from person_counters`,
    sql`select p.id as person_id, count(m.id) as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget) as budgeted, min(m.release_date) as first_film, max(m.release_date) as last_film,
        array(select m.id from movie_persons c join movies m on m.id = c.movie_id where c.person_id = p.id
          order by c.position >= 3, m.release_date desc nulls last, m.id limit 3) as known_for
      from persons p left join movie_persons c on c.person_id = p.id left join movies m on m.id = c.movie_id
      group by p.id`,
  ],
  director_counters: [
    sql`select director_id, movies, budgets, budgeted from director_counters`,
    sql`select d.id as director_id, count(m.id) as movies, coalesce(sum(m.budget), 0) as budgets,
        count(m.budget) as budgeted
      from directors d left join movies m on m.director_id = d.id group by d.id`,
  ],
  movie_counters: [
    sql`select movie_id, favorites, credits from movie_counters`,
    sql`select m.id as movie_id, (select count(*) from favorite_movies f where f.movie_id = m.id) as favorites,
        (select count(*) from movie_persons c where c.movie_id = m.id) as credits
      from movies m`,
  ],
};

async function expectCounted() {
  for (const [table, [held = sql``, counted = sql``]] of Object.entries(counters))
    expect(await all(held), table).toEqual(await all(counted));
}

const write = fc.record<Write>({ table: fc.nat(10), kind: fc.constantFrom(...kinds), n: fc.nat(500) });

/** Constraints, and an upsert that meets one row twice. */
const refusals = /^(23|21000)/;

it('hold what the catalog holds, whatever was written', { timeout: 120_000 }, async () => {
  const statementOf = await randomWrites(db);
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 10, maxLength: 40 }), async (writes) => {
      await empty(db);
      await fill(db, 8);
      for (const it of writes) {
        await db.unlogged(sql.raw(statementOf(it))).catch((error: { code?: string }) => {
          if (!refusals.test(error.code ?? '')) throw error;
        });
      }
      await expectCounted();
    }),
    { numRuns: 12, interruptAfterTimeLimit: 60_000 },
  );
});

it('follow what moves from one person, film or director to another', async () => {
  await empty(db);
  const [ana, eva] = [await rows.person(), await rows.person()];
  const [one, two] = [await rows.director(), await rows.director()];
  const film = await rows.movie({
    budget: 5,
    releaseDate: '1950-01-01',
    director: one,
    cast: [{ person: ana }],
  });
  const other = await rows.movie({ budget: 7, releaseDate: '1960-01-01' });
  await rows.movie({ releaseDate: '1940-01-01', cast: [{ person: ana }] });
  for (const change of [
    sql`update movie_persons set person_id = ${eva.id}`,
    sql`update movie_persons set position = 3 where movie_id = ${film.id}`,
    sql`update movie_persons set movie_id = ${other.id} where movie_id = ${film.id}`,
    sql`update movies set director_id = ${two.id} where id = ${film.id}`,
    sql`update movies set budget = null, release_date = '1970-01-01'`,
    sql`update movies set director_id = null`,
  ]) {
    await db.unlogged(change);
    await expectCounted();
  }
});

it('lose nothing when two write at once about the same people', async () => {
  await empty(db);
  const person = await rows.person();
  const films = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      rows.movie({ budget: 1_000_000_000, releaseDate: `19${50 + n}-01-01` }),
    ),
  );
  await Promise.all(
    films.map(({ id }) =>
      db.unlogged(sql`insert into movie_persons (movie_id, person_id) values (${id}, ${person.id})`),
    ),
  );
  await expectCounted();
  await Promise.all(films.slice(6).map(({ id }) => db.unlogged(sql`delete from movies where id = ${id}`)));
  expect(await all(counters.person_counters[0] ?? sql``)).toEqual([
    {
      ...{ person_id: person.id, movies: 6, budgets: 6_000_000_000, budgeted: 6 },
      ...{ first_film: '1950-01-01', last_film: '1955-01-01' },
      known_for: films
        .slice(3, 6)
        .map(({ id }) => id)
        .toReversed(),
    },
  ]);
});

describe('the vocabulary', () => {
  const words = () =>
    db.read<string[]>(sql`select coalesce(json_agg(word order by word), '[]') as j from search_words`);

  it('has every word of a name, and keeps those of names that are gone', async () => {
    await db.unlogged(sql`delete from search_words`);
    const film = await rows.movie({ title: 'Cœur fidèle' });
    const person = await rows.person({ firstName: 'Ana', lastName: 'Łódź-Fidele' });
    await rows.character({ movieId: film.id, personId: person.id, name: '映画' });
    await db.unlogged(sql`update movies set title = 'Quai' where id = ${film.id}`);
    expect(await words()).toEqual(['ana', 'coeur', 'fidele', 'lodz', 'quai', '映', '画'].sort());
  });

  it('knows of each word what is left of it with a typing error', async () => {
    const near = (one: string, other: string) =>
      db.read<boolean>(sql`select to_jsonb(word_rests(${one}) && word_rests(${other})) as j`);
    for (const typed of ['alein', 'alin', 'allien', 'alxen', 'lien', 'aline'])
      expect(await near('alien', typed), typed).toBe(true);
    for (const other of ['lean', 'aeiln', 'lantern']) expect(await near('alien', other), other).toBe(false);
  });
});
