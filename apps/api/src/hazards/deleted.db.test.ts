import { expect, it } from 'vitest';
import { procedures } from '../procedures.ts';
import { testApi } from '../testing/api.ts';

const api = await testApi();

it('S06: a film that was deleted is nowhere any more', { timeout: 120_000 }, async () => {
  const [genre, person, poster] = [await api.rows.genre(), await api.rows.person(), await api.rows.file()];
  const film = { genres: [genre], cast: [{ person }], poster };
  const movie = await api.rows.movie({ title: 'Zzgone with the wind', ...film });
  await api.rows.favorite(api.viewer('visitor'), movie);
  const ref = `/movies/${movie.id}-zzgone-with-the-wind`;
  const places = [
    ref,
    '/movies?q=zzgone',
    '/search?q=zzgone',
    '/sitemaps/movies-0.xml',
    '/movies.atom',
    `/genres/${genre.id}.atom`,
    '/favorites',
    `/people/${person.id}`,
  ];
  const seen = async (url: string) => {
    const { body, headers } = await api.app.inject({ url, headers: await api.cookieOf('visitor') });
    return `${body} ${headers.location ?? ''}`.includes('zzgone-with-the-wind');
  };
  for (const url of places.slice(1, 4)) expect(await seen(url), url).toBe(true);
  const read = [
    ['movies.list', { q: 'zzgone' }],
    ['movies.facets', { genres: [genre.id] }],
    ['search.everything', { q: 'zzgone' }],
    ['favorites.list', {}],
    ['favorites.ids', undefined],
    ['persons.get', { id: person.id }],
    ['genres.get', { id: genre.id }],
  ] as const;
  const tellsOf = async () => {
    const answers = await Promise.all(read.map(([path, input]) => api.call('visitor', path, input)));
    return answers.map(({ text }) => text.includes('Zzgone')).filter(Boolean).length;
  };
  expect(await tellsOf()).toBeGreaterThan(2);

  await api.as('editor').admin.movies.remove({ ids: [movie.id] });
  expect(await tellsOf()).toBe(0);
  // Its own page repeats the address that it does not know.
  for (const url of places.slice(1)) expect(await seen(url), url).toBe(false);
  for (const url of [ref, `/movies/${movie.id}`, `/movies/${movie.id}-other`])
    expect((await api.app.inject({ url })).statusCode, url).toBe(404);
  for (const { path } of procedures.filter(({ path }) =>
    /^(movies|admin\.movies)\.(get|related)$/.test(path),
  ))
    expect(await api.call('admin', path, { id: movie.id }), path).toMatchObject({ status: 404 });
  expect((await api.as('visitor').favorites.ids()).ids).not.toContain(movie.id);
  const { items } = await api.as('anon').genres.list({});
  expect(items.find(({ id }) => id === genre.id)?.movies ?? 0).toBe(0);
});
