import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const { rows, db } = api;
const { favorites } = api.as('visitor');

/** Titles and names that spreadsheets, tables and searches stumble over. */
const films = [
  { title: 'Vertigo', releaseDate: '1958-05-09', tmdbId: 426 },
  { title: 'Le Quai des brumes', releaseDate: '1938-05-18' },
  { title: 'Œuvre, “with” commas; "quotes"\nand a line', releaseDate: '1999-01-01' },
  { title: '=HYPERLINK("http://evil.example")', releaseDate: '2001-01-01' },
  { title: '+1', releaseDate: '2002-01-01' },
  { title: '-30-', releaseDate: '1959-01-01' },
  { title: '@home', releaseDate: '2003-01-01' },
  { title: "'71", releaseDate: '2014-01-01' },
  { title: 'Without a year' },
];
const carne = await rows.director({ firstName: 'Marcel', lastName: 'Carné' });
for (const film of films) {
  const movie = await rows.movie({ ...film, director: film.title.startsWith('Le Quai') ? carne : undefined });
  await favorites.add({ movieId: movie.id });
}
const state = () =>
  db.read(
    sql`select json_agg(f order by f.movie_id) as j from favorite_movies f where user_id = ${api.viewer('visitor').id}`,
  );
const clear = async () => favorites.removeMany({ movieIds: (await favorites.ids()).ids });
const nothing = { notFound: 0, missing: [], unreadable: 0, problems: [] };

describe('V15: a file of favorites', () => {
  it('S55: has Letterboxd’s columns, and no formula', async () => {
    const { fileName, text } = await favorites.export({ format: 'csv' });
    expect(fileName).toBe('favorites.csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('Title,Year,Directors,tmdbID,imdbID');
    expect(lines).toContain('Vertigo,1958,,426,');
    expect(lines).toContain('Le Quai des brumes,1938,Marcel Carné,,');
    // S55
    for (const cell of [`"'=HYPERLINK(""http://evil.example"")"`, "'+1", "'-30-", "'@home"]) {
      expect(text).toContain(`\n${cell},`);
    }
  });

  it.each(['csv', 'json'] as const)('changes nothing when it is read back: %s', async (format) => {
    const before = await state();
    const { text } = await favorites.export({ format });
    expect(await favorites.import({ format, text })).toEqual({
      ...nothing,
      added: 0,
      alreadyKept: films.length,
    });
    expect(await state()).toEqual(before);
    expect(await favorites.import({ format, text: `\uFEFF${text.replaceAll('\r\n', '\n')}` })).toMatchObject({
      added: 0,
    });
  });

  it.each(['csv', 'json'] as const)('brings all of them back, in their order: %s', async (format) => {
    const { text } = await favorites.export({ format });
    const order = (await favorites.list({ limit: 100 })).items.map(({ id }) => id);
    await clear();
    expect(await favorites.import({ format, text })).toEqual({
      ...nothing,
      added: films.length,
      alreadyKept: 0,
    });
    expect((await favorites.list({ limit: 100 })).items.map(({ id }) => id)).toEqual(order);
    expect((await favorites.export({ format })).text).toBe(text);
  });

  it('finds a film by its number, or by its title as people write it, with the year', async () => {
    await clear();
    const text = [
      'Name;Year;tmdbID',
      'Sueurs froides;1959;426',
      'le quai des BRUMES;1938;',
      'OEUVRE, “with” commas; 1999;',
      'Le Quai des brumes;1939;',
      'Nothing of the kind;2000;',
      ';1938;',
      'Vertigo;long ago;',
    ].join('\r\n');
    expect(await favorites.import({ format: 'csv', text })).toMatchObject({
      added: 2,
      notFound: 3,
      missing: expect.arrayContaining([{ line: 5, title: 'Le Quai des brumes', year: 1939 }]),
      unreadable: 2,
      problems: [
        { line: 7, message: 'Has no title' },
        { line: 8, message: 'Its year is no year' },
      ],
    });
  });

  it('takes one of two of the same name only when the director tells which', async () => {
    const [hitchcock, other] = [
      await rows.director({ firstName: 'Alfred', lastName: 'Hitchcock' }),
      await rows.director(),
    ];
    const twins = [hitchcock, other].map((director) =>
      rows.movie({ title: 'Twins', releaseDate: '1940-01-01', director }),
    );
    const [first] = await Promise.all(twins);
    const read = (text: string) => favorites.import({ format: 'csv', text });
    expect(await read('Title,Year\nTwins,1940')).toMatchObject({ added: 0, notFound: 1 });
    expect(await read('Title,Year,Directors\nTwins,1940,ALFRED hitchcock')).toMatchObject({
      added: 1,
      notFound: 0,
    });
    expect((await favorites.ids()).ids[0]).toBeDefined();
    expect((await favorites.ids()).ids).toContain(first?.id);
  });

  it('never takes a film with another number for it', async () => {
    await rows.movie({ title: 'Remade', releaseDate: '1970-01-01', tmdbId: 7001 });
    expect(
      await favorites.import({ format: 'csv', text: 'Title,Year,tmdbID\nRemade,1970,7002' }),
    ).toMatchObject({
      added: 0,
      notFound: 1,
    });
  });

  it.each<['csv' | 'json', string]>([
    ['csv', 'Titel,Jahr\nVertigo,1958'],
    ['csv', 'Title,Year\n"Vertigo,1958'],
    ['csv', 'Title,Year\n'],
    ['csv', ''],
    ['csv', 'x'.repeat(900_001)],
    ['csv', `Title\n${'x\n'.repeat(10_001)}`],
    ['json', '{"films": 1}'],
    ['json', 'not json'],
    ['json', '[]'],
    ['json', 'null'],
  ])('is refused with a reason when it is none: %s %#', async (format, text) => {
    const before = await state();
    expect(await api.call('visitor', 'favorites.import', { format, text })).toMatchObject({
      status: 400,
      code: 'VALIDATION',
      fields: { text: expect.any(String) },
    });
    expect(await state()).toEqual(before);
  });

  it('R33: names what is no film in a list, and takes the others', async () => {
    const text = JSON.stringify([
      { title: 'Vertigo', year: 1958 },
      { title: 5 },
      'Vertigo',
      { title: 'a\0b' },
      { title: 'x', keptAt: 'then' },
    ]);
    expect(await favorites.import({ format: 'json', text })).toMatchObject({
      notFound: 1,
      unreadable: 3,
      problems: [{ line: 2 }, { line: 3 }, { line: 5 }],
    });
  });

  it('keeps nothing in the future', async () => {
    await clear();
    const text = JSON.stringify([{ title: 'Vertigo', year: 1958, keptAt: '2999-01-01T00:00:00.000Z' }]);
    await favorites.import({ format: 'json', text });
    expect(await db.read(sql`select bool_and(created_at <= now()) as j from favorite_movies`)).toBe(true);
  });
});
