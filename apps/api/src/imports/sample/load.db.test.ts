import { testDatabase } from '@cinematheque/db/testing/database';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { isCatalogEmpty, loadSample } from './load.ts';

const db = await testDatabase();
const count = (table: string) => db.read<number>(sql`select count(*)::int as j from ${sql.table(table)}`);

it('loads the films that ship with the project, once', async () => {
  expect(await isCatalogEmpty(db)).toBe(true);
  const { films, movies } = await loadSample(db);
  expect(movies.added).toBe(films);
  expect(await count('movies')).toBe(films);
  expect(await count('countries')).toBeGreaterThanOrEqual(25);
  expect(await isCatalogEmpty(db)).toBe(false);

  expect(await loadSample(db)).toMatchObject({
    movies: { added: 0, filled: 0 },
    persons: { added: 0, filled: 0 },
  });
  expect(await count('changes')).toBe(1);
});

it('keeps a year as a year, a silent part as a cast row, and links who directs and acts', async () => {
  const moon =
    await db.read(sql`select jsonb_build_object('date', release_date, 'precision', release_date_precision,
      'cast', (select jsonb_agg(p.last_name order by position) from movie_persons join persons p on p.id = person_id
        where movie_id = m.id),
      'director', (select p.first_name || ' ' || p.last_name from directors d join persons p on p.id = d.person_id
        where d.id = m.director_id)) as j
    from movies m where title = 'A Trip to the Moon'`);
  expect(moon).toEqual({
    date: '1902-01-01',
    precision: 'year',
    cast: ['Méliès', 'Bernon'],
    director: 'Georges Méliès',
  });
});

it('does not come back to a catalog that somebody has emptied', async () => {
  await db.change({ channel: 'cli', summary: 'Emptied' }, (tx) => tx.execute('delete from movies'));
  expect(await isCatalogEmpty(db)).toBe(false);
});
