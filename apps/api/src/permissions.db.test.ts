import { describe, expect, it } from 'vitest';
import { procedures } from './procedures.ts';
import { testApi } from './testing/api.ts';
import { inputsOf } from './testing/inputs.ts';
import { secretsFrom, textsOf } from './testing/secrets.ts';

/** How a list is read. */
const lists = ['list', 'count', 'place'];

/** Who may call what, at least. A procedure that is not named here fails the first test. */
const permissions = {
  anon: [
    ...['movies.list', 'movies.get', 'persons.list', 'persons.get', 'directors.list', 'directors.get'],
    ...['genres.list', 'genres.get', 'countries.list', 'countries.get', 'characters.list', 'characters.get'],
    ...['facets', 'letters', 'related', 'random'].map((name) => `movies.${name}`),
    ...['persons.letters', 'directors.letters'],
    ...['overview', 'actorsByTotalBudget', 'directorsByAverageBudget', 'recentMovies', 'longestCareers'].map(
      (name) => `statistics.${name}`,
    ),
    ...['moviesByYear', 'moviesByDecade', 'moviesByGenre', 'moviesByCountry', 'frequentPairs'].map(
      (name) => `statistics.${name}`,
    ),
    'statistics.frequentDirectorPairs',
    ...['search.everything', 'account.signUp', 'account.signIn', 'account.signOut', 'account.me'],
    ...[
      'account.signInOptions',
      'account.requestPasswordReset',
      'account.resetPassword',
      'account.verifyEmail',
      'account.setUp',
    ],
  ],
  visitor: [
    ...['account.update', 'account.changePassword', 'account.resendVerification', 'account.removeAvatar'],
    ...['account.sessions', 'account.endSession', 'account.endOtherSessions'],
    ...['account.download', 'account.delete'],
    ...['favorites.list', 'favorites.ids', 'favorites.add', 'favorites.remove'],
    ...[
      'favorites.facets',
      'favorites.export',
      'favorites.import',
      'favorites.removeMany',
      'favorites.restore',
    ],
  ],
  editor: [
    ...[...lists, 'get', 'options', 'usage', 'update', 'remove'].map((name) => `admin.files.${name}`),
    ...['directors', 'countries', 'genres', 'movies', 'persons', 'characters'].flatMap((resource) =>
      [...lists, 'get', 'options', 'usage', 'create', 'update', 'remove'].map(
        (name) => `admin.${resource}.${name}`,
      ),
    ),
    ...['movieGenres', 'moviePersons'].flatMap((resource) =>
      [...lists, 'get', 'create', 'update', 'remove'].map((name) => `admin.${resource}.${name}`),
    ),
    ...['files', 'movies', 'persons', 'characters', 'movieGenres', 'moviePersons'].flatMap((resource) =>
      ['bulkPreview', 'bulkUpdate'].map((name) => `admin.${resource}.${name}`),
    ),
    ...[
      'admin.files.size',
      'admin.dashboard.overview',
      'admin.dashboard.latest',
      'admin.preferences.get',
      'admin.preferences.set',
      'admin.changes.watch',
      'admin.files.known',
    ],
    ...['list', 'create', 'update', 'remove'].map((name) => `admin.views.${name}`),
  ],
  admin: [
    'statistics.usersWithFavorites',
    ...['list', 'create', 'remove'].map((name) => `admin.tokens.${name}`),
    ...['state', 'rename'].map((name) => `admin.system.${name}`),
    ...[
      ...lists,
      'get',
      'options',
      'create',
      'update',
      'remove',
      'disable',
      'devices',
      'resetLink',
      'endSessions',
    ].map((name) => `admin.users.${name}`),
    ...[...lists, 'get', 'create', 'update', 'remove', 'most'].map((name) => `admin.favoriteMovies.${name}`),
  ],
};
const actors = ['anon', 'visitor', 'editor', 'admin'] as const;

/** Whoever deletes his account has none for the next test. */
const ending = ['account.delete'];
/** These speak of passwords or hand out a link: that is what they are for. */
const speaking = ['admin.users.resetLink', 'admin.tokens.create', 'account.download'];

const api = await testApi({ instead: () => ({ mailer: { send: () => {}, idle: async () => {} } }) });
const inputs = inputsOf(api);

it('rules on every procedure, once, and has an input for it', () => {
  const ruled = Object.values(permissions).flat().sort();
  const known = procedures.map(({ path }) => path).sort();
  expect(ruled).toEqual(known);
  expect([...inputs.keys()].sort()).toEqual(known);
});

describe.each(procedures)('S14, S16: $path', ({ path, role }) => {
  const needed = actors.findIndex((actor) => permissions[actor].includes(path));

  it('says itself who may call it', () => {
    expect(role).toBe(actors[needed]);
  });

  it.each(actors.slice(0, needed))('is refused to %s, and nothing changes', async (actor) => {
    const expected =
      actor === 'anon' ? { status: 401, code: 'UNAUTHORIZED' } : { status: 403, code: 'FORBIDDEN' };
    const input = await inputs.get(path)?.(actor);
    const before = await api.dump();
    expect(await api.call(actor, path, input)).toMatchObject(expected);
    expect(await api.call(actor, path, { no: 'such input' })).toMatchObject(expected);
    expect(await api.dump()).toEqual(before);
  });

  it.each(actors.slice(needed))('S02: is open to %s, and tells no secrets', async (actor) => {
    const input = await inputs.get(path)?.(actor);
    const answer =
      ending.includes(path) && actor !== 'anon'
        ? await api.callAsNew(actor, path, input)
        : await api.call(actor, path, input);
    expect(answer, answer.text).toMatchObject({ status: 200, code: null });
    const told = [...textsOf(answer.data)];
    const given = [...textsOf(input)];
    const secrets = (await secretsFrom(api, actor)).filter((secret) => !given.includes(secret));
    expect(told.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
    const words = speaking.includes(path) ? /hash|secret/i : /pass|hash|token|secret|session/i;
    expect(told.filter((text) => words.test(text))).toEqual([]);
  });
});
