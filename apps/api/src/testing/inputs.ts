import { sql } from 'kysely';
import type { LinkPurpose } from '../context.ts';
import { procedures } from '../procedures.ts';
import { type Actor, PASSWORD, type TestApi } from './api.ts';
import { resourceOf } from './resource.ts';
import { type Sample, samples } from './samples.ts';

/** Makes an input that its procedure takes from somebody, with all that it refers to, for this one call. */
export type MakeInput = (actor?: Actor) => Promise<unknown>;

/** A valid input of every procedure. One that has none is missing here, and its suites say so. */
export function inputsOf(api: TestApi): Map<string, MakeInput> {
  const written = new Map<string, MakeInput>([
    ...account(api),
    ...reads(api),
    ...lists(api),
    ...files(api),
    ...resources(api),
  ]);
  const known = procedures.flatMap(({ path, input }) => {
    const make = input ? written.get(path) : async () => undefined;
    return make ? [[path, make] as const] : [];
  });
  return new Map(known);
}

function* account(api: TestApi): Iterable<[string, MakeInput]> {
  let signUps = 0;
  yield [
    'account.signUp',
    async () => {
      signUps += 1;
      return { email: `new${signUps}@example.net`, username: `new${signUps}`, password: PASSWORD };
    },
  ];
  yield ['account.signIn', async () => ({ email: 'visitor@example.org', password: PASSWORD })];
  yield ['account.requestPasswordReset', async () => ({ email: 'visitor@example.org' })];
  yield [
    'account.resetPassword',
    async () => ({ token: await tokenOf(api, 'reset'), newPassword: PASSWORD }),
  ];
  yield [
    'account.setUp',
    async () => {
      signUps += 1;
      const token = await tokenOf(api, 'setup');
      const email = `set${signUps}@example.net`;
      return { token, email, password: PASSWORD, catalogName: 'Cinematheque', sample: 'keep' };
    },
  ];
  yield ['account.verifyEmail', async () => ({ token: await tokenOf(api, 'verify') })];
  yield ['account.endSession', async (actor = 'admin') => ({ id: await sessionOf(api, actor) })];
  yield ['account.delete', async () => ({ password: PASSWORD })];
  yield ['account.update', async () => ({ firstName: 'Ana' })];
  yield ['account.changePassword', async () => ({ currentPassword: PASSWORD, newPassword: PASSWORD })];
}

function* reads(api: TestApi): Iterable<[string, MakeInput]> {
  yield ['movies.list', async () => ({ q: 'movie', sort: 'newest', limit: 10 })];
  for (const list of ['persons', 'directors', 'genres', 'countries', 'characters']) {
    yield [`${list}.list`, async () => ({ q: '', sort: 'name', limit: 10 })];
  }
  for (const read of ['facets', 'letters', 'random']) yield [`movies.${read}`, async () => ({ q: 'movie' })];
  yield ['movies.related', async () => ({ id: (await film(api)).movieId })];
  yield ['persons.letters', async () => ({ q: 'number' })];
  yield ['directors.letters', async () => ({ q: 'number' })];
  yield ['statistics.recentMovies', async () => ({ years: 10, until: '2020-12-31' })];
  for (const ranking of ['actorsByTotalBudget', 'directorsByAverageBudget', 'longestCareers'])
    yield [`statistics.${ranking}`, async () => ({ limit: 10 })];
  for (const ranking of ['usersWithFavorites', 'frequentPairs', 'frequentDirectorPairs'])
    yield [`statistics.${ranking}`, async () => ({ limit: 10 })];
  yield ['admin.tokens.create', async () => ({ data: { name: 'kiosk', scope: 'read', days: 90 } })];
  yield ['admin.tokens.remove', async () => ({ ids: [1] })];
  yield ['admin.system.rename', async () => ({ data: { catalogName: 'Kino' } })];
  yield ['search.everything', async () => ({ q: 'number' })];
  yield ['movies.get', async () => ({ id: (await film(api)).movieId })];
  yield ['persons.get', async () => ({ id: (await film(api)).personId })];
  yield ['directors.get', async () => ({ id: (await film(api)).directorId })];
  yield ['genres.get', async () => ({ id: (await film(api)).genreId })];
  yield ['admin.files.size', async () => ({ q: 'still', filter: { field: 'uses', op: 'is', value: 0 } })];
  yield ['countries.get', async () => ({ id: (await film(api)).countryId })];
  yield ['characters.get', async () => ({ id: (await film(api)).characterId })];
  yield ['admin.changes.watch', async () => ({ lastEventId: '0' })];
  yield ['favorites.list', async () => ({ limit: 10 })];
  yield [
    'favorites.restore',
    async () => ({ films: [{ movieId: (await film(api)).movieId, keptAt: '2020-01-01T00:00:00.000Z' }] }),
  ];
  yield ['favorites.facets', async () => ({ q: 'movie', match: 'all' })];
  yield ['favorites.export', async () => ({ format: 'csv' })];
  yield ['favorites.import', async () => ({ format: 'csv', text: 'Title,Year\nNosferatu,1922' })];
  yield ['favorites.removeMany', async () => ({ movieIds: [(await film(api)).movieId] })];
  yield ['favorites.add', async () => ({ movieId: (await film(api)).movieId })];
  yield ['favorites.remove', async () => ({ movieId: (await film(api)).movieId })];
}

function* lists(api: TestApi): Iterable<[string, MakeInput]> {
  const view = { list: 'movies', name: 'No poster', shared: true, search: { q: 'x', sort: '-title' } };
  const create = async () => (await api.as('editor').admin.views.create({ data: view })).item.id;
  yield ['admin.views.list', async () => ({ list: 'movies' })];
  yield ['admin.views.create', async () => ({ data: view })];
  yield ['admin.views.update', async () => ({ id: await create(), data: { name: 'Without poster' } })];
  yield ['admin.views.remove', async () => ({ id: await create() })];
  yield ['admin.preferences.get', async () => ({ list: 'movies' })];
  yield [
    'admin.preferences.set',
    async () => ({ list: 'movies', value: { columns: ['title'], layout: 'grid' } }),
  ];
}

function* resources(api: TestApi): Iterable<[string, MakeInput]> {
  for (const [name, sample] of Object.entries<Sample>(samples)) {
    const { create, data, bulkPart } = resourceOf(api, name, sample);
    const path = (procedure: string) => `admin.${name}.${procedure}`;
    yield [path('list'), async () => ({ q: '', sort: ['-createdAt'], limit: 10 })];
    yield [path('count'), async () => ({ q: '', exact: true })];
    yield [path('place'), async () => ({ id: (await create()).id, sort: ['-createdAt'] })];
    const edit = async () => ({ of: { ids: [(await create()).id] }, edit: { set: bulkPart(await data()) } });
    yield [path('bulkPreview'), edit];
    yield [path('bulkUpdate'), edit];
    yield [path('options'), async () => ({ q: '', limit: 10 })];
    yield [path('usage'), async () => ({ ids: [(await create()).id] })];
    yield [path('get'), async () => ({ id: (await create()).id })];
    yield [path('create'), async () => ({ data: await data() })];
    yield [path('update'), async () => ({ id: (await create()).id, data: await data() })];
    yield [path('resetLink'), async () => ({ id: (await api.rows.user()).id })];
    yield [path('disable'), async () => ({ id: (await create()).id })];
    yield [path('devices'), async () => ({ id: (await create()).id })];
    yield [path('most'), async () => ({ limit: 10 })];
    yield [path('endSessions'), async () => ({ id: (await create()).id })];
    yield [path('remove'), async () => ({ ids: [(await create()).id] })];
  }
}

/** The secret of a new link to an account of its own. */
async function tokenOf({ rows, services }: TestApi, purpose: LinkPurpose): Promise<string> {
  const link = await services.tokens.issue((await rows.user()).id, purpose);
  return link?.url.split('#token=')[1] ?? '';
}

/** The number of a new session; of nobody's for whoever has no account. */
async function sessionOf(api: TestApi, actor: Actor): Promise<number> {
  await api.cookieOf(actor);
  const user = actor === 'anon' ? 0 : api.viewer(actor).id;
  return api.db.read(sql`select coalesce(max(number), 1) as j from sessions where user_id = ${user}`);
}

function* files(api: TestApi): Iterable<[string, MakeInput]> {
  yield ['admin.files.known', async () => ({ sha256: (await api.rows.file()).sha256 })];
}

/** A film with everything around it, of which some is nobody's business. */
async function film({ rows, viewer }: TestApi) {
  const [genre, country, person] = await Promise.all([rows.genre(), rows.country(), rows.person()]);
  const file = () => rows.file({ secretKey: `secret-key-${Math.random()}` });
  const director = await rows.director({ personId: person.id, photoFileId: (await file()).id });
  const cast = [{ person }];
  const movie = await rows.movie({ genres: [genre], country, director, cast, poster: await file() });
  const character = await rows.character({ movieId: movie.id, personId: person.id });
  await rows.favorite(viewer('other'), movie);
  return {
    ...{ movieId: movie.id, personId: person.id, directorId: director.id, genreId: genre.id },
    ...{ countryId: country.id, characterId: character.id },
  };
}
