import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { make } from './make.ts';

const db = await testDatabase();
const rows = make(db);

it('makes a film with everything around it', async () => {
  const [gabin, ferrero, france, crime] = await Promise.all([
    rows.person({ firstName: 'Jean', lastName: 'Gabin' }),
    rows.person(),
    rows.country({ name: 'France', isoCode: 'FR' }),
    rows.genre({ name: 'Crime' }),
  ]);
  const movie = await rows.movie({
    title: 'Pépé le Moko',
    releaseDate: '1937-01-28',
    genres: [crime, await rows.genre()],
    cast: [{ person: gabin, characters: ['Pépé', 'A shadow'] }, { person: ferrero }],
    director: await rows.director(),
    poster: await rows.file(),
    country: france,
  });
  expect(movie).toMatchObject({ id: expect.any(Number), title: 'Pépé le Moko', countryId: france.id });
  expect(
    await db.read(sql`
      select jsonb_build_object('title', title, 'country', (select name from countries where id = country_id),
        'genres', (select count(*) from movie_genres where movie_id = m.id),
        'cast', (select jsonb_agg(person_id order by position) from movie_persons where movie_id = m.id),
        'characters', (select jsonb_agg(name order by position, id) from characters where movie_id = m.id)) as j
      from movies m where id = ${movie.id}`),
  ).toEqual({
    title: 'Pépé le Moko',
    country: 'France',
    genres: 2,
    cast: [gabin.id, ferrero.id],
    characters: ['Pépé', 'A shadow'],
  });
});

it('makes accounts of every role, characters and favorites, without being told anything', async () => {
  const [movie, again, person, user] = [
    await rows.movie(),
    await rows.movie(),
    await rows.person(),
    await rows.user({ role: 'editor' }),
  ];
  await rows.user();
  await rows.character({ movieId: movie.id, personId: person.id });
  await rows.character({ movieId: movie.id, personId: person.id, name: 'His twin' });
  await rows.favorite(user, movie);
  await rows.favorite(user, again);
  expect(await db.read(sql`select jsonb_agg(role order by id) as j from users`)).toEqual([
    'editor',
    'visitor',
  ]);
  expect(await db.read(sql`select count(*)::int as j from characters where movie_id = ${movie.id}`)).toBe(2);
  expect(await db.read(sql`select count(*)::int as j from favorite_movies`)).toBe(2);
});
