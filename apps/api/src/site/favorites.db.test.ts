import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();

it('V14: three hundred favorites are one grid, with the facets of all films', async () => {
  const [drama, western] = [
    await api.rows.genre({ name: 'Drama' }),
    await api.rows.genre({ name: 'Western' }),
  ];
  const { id: userId } = api.viewer('visitor');
  await api.db.unlogged(sql`
    with film as (insert into movies (title, release_date)
      select 'Kept ' || n, make_date(1900 + n % 100, 1, 1) from generate_series(1, 300) n returning id),
    shelf as (insert into movie_genres (movie_id, genre_id, position)
      select id, case when id % 3 = 0 then ${western.id}::int else ${drama.id}::int end, 0 from film returning movie_id)
    insert into favorite_movies (user_id, movie_id) select ${userId}::int, movie_id from shelf`);
  const page = async (search: string) => {
    const headers = await api.cookieOf('visitor');
    const { statusCode, body } = await api.app.inject({ url: `/favorites${search}`, headers });
    expect(statusCode).toBe(200);
    return body;
  };
  const filmsIn = (body: string) => new Set(body.match(/href="\/movies\/\d+-kept-\d+"/g)).size;

  const all = await page('');
  expect(filmsIn(all)).toBe(300);
  expect(all).toContain('300 films');
  for (const facet of ['Genre', 'Country', 'Decade', 'Director']) expect(all).toContain(facet);
  expect(all).not.toContain('More films');

  expect(filmsIn(await page(`?genre=${western.id}&sort=title`))).toBe(100);
  expect(filmsIn(await page(`?genre=-${western.id}`))).toBe(200);
});
