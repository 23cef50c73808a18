import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const { rows } = api;

const person = await rows.person({ firstName: 'Jean', lastName: 'Gabin' });
const movie = await rows.movie({ title: 'Pépé le Moko' });
const { id: character } = await rows.character({ name: 'Pépé', movieId: movie.id, personId: person.id });

/** Each kind of record that has a page: its table, where its pages are, and the page that one was merged into. */
const kinds = [
  ['movies', '/movies', `/movies/${movie.id}-pepe-le-moko`],
  ['persons', '/people', `/people/${person.id}-jean-gabin`],
  [
    'directors',
    '/directors',
    `/directors/${(await rows.director({ firstName: 'Jean', lastName: 'Renoir' })).id}-jean-renoir`,
  ],
  ['genres', '/genres', `/genres/${(await rows.genre({ name: 'Film noir' })).id}-film-noir`],
  ['countries', '/countries', `/countries/${(await rows.country({ name: 'France' })).id}-france`],
  ['characters', '/characters', `/characters/${character}-pepe`],
] as const;

it.each(kinds)(
  'V25: of the merged %s the address leads to the page that is left, in one step',
  async (table, room, page) => {
    const [, id] = page.match(/(\d+)-/) ?? [];
    const moves = [
      [900_001, 900_002],
      [900_002, Number(id)],
    ] as const;
    for (const [from, to] of moves) {
      await api.db.unlogged(
        sql`insert into redirects (entity, from_id, to_id) values (${table}, ${from}, ${to})`,
      );
    }
    // The last of them was merged once more afterwards.
    for (const address of [`${room}/900001-old-name`, `${room}/900001`, `${room}/900002-other-name`]) {
      const { statusCode, headers } = await api.app.inject({ url: address });
      expect({ statusCode, location: headers.location }, address).toEqual({
        statusCode: 301,
        location: page,
      });
    }
    expect((await api.app.inject({ url: page })).statusCode).toBe(200);
    expect((await api.app.inject({ url: `${room}/900003-nobody` })).statusCode).toBe(404);
  },
);

it('V4: a filter stays in the address of a genre that was merged', async () => {
  const { headers } = await api.app.inject({ url: '/genres/900001-old-name?country=1&sort=oldest' });
  expect(headers.location).toMatch(/^\/genres\/\d+-film-noir\?country=1&sort=oldest$/);
});
