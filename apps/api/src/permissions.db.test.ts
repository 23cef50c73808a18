import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, testApi } from './testing/api.ts';
import { inputsOf } from './testing/inputs.ts';
import { procedures } from './testing/procedures.ts';

/** Who may call what, at least. A procedure that is not named here fails the first test. */
const permissions = {
  anon: [
    ...['movies.list', 'movies.get', 'persons.list', 'persons.get', 'directors.list', 'directors.get'],
    ...['genres.list', 'genres.get', 'countries.list', 'countries.get', 'characters.list', 'characters.get'],
    ...['search.everything', 'account.signUp', 'account.signIn', 'account.signOut', 'account.me'],
  ],
  visitor: [
    ...['account.update', 'account.changePassword'],
    ...['favorites.list', 'favorites.ids', 'favorites.add', 'favorites.remove'],
  ],
  editor: [
    ...['list', 'get', 'options', 'usage', 'update', 'remove'].map((name) => `admin.files.${name}`),
    ...['directors', 'countries', 'genres', 'movies', 'persons', 'characters'].flatMap((resource) =>
      ['list', 'get', 'options', 'usage', 'create', 'update', 'remove'].map(
        (name) => `admin.${resource}.${name}`,
      ),
    ),
    ...['movieGenres', 'moviePersons'].flatMap((resource) =>
      ['list', 'get', 'create', 'update', 'remove'].map((name) => `admin.${resource}.${name}`),
    ),
  ],
  admin: [
    ...['list', 'get', 'options', 'create', 'update', 'remove'].map((name) => `admin.users.${name}`),
    ...['list', 'get', 'create', 'update', 'remove'].map((name) => `admin.favoriteMovies.${name}`),
  ],
};
const actors = ['anon', 'visitor', 'editor', 'admin'] as const;

const api = await testApi();
const inputs = inputsOf(api);

it('rules on every procedure, once, and has an input for it', () => {
  const ruled = Object.values(permissions).flat().sort();
  const known = procedures.map(({ path }) => path).sort();
  expect(ruled).toEqual(known);
  expect([...inputs.keys()].sort()).toEqual(known);
});

describe.each(procedures)('$path', ({ path }) => {
  const needed = actors.findIndex((actor) => permissions[actor].includes(path));

  it.each(actors.slice(0, needed))('is refused to %s, and nothing changes', async (actor) => {
    const expected =
      actor === 'anon' ? { status: 401, code: 'UNAUTHORIZED' } : { status: 403, code: 'FORBIDDEN' };
    const input = await inputs.get(path)?.();
    const before = await api.dump();
    expect(await api.call(actor, path, input)).toMatchObject(expected);
    expect(await api.call(actor, path, { no: 'such input' })).toMatchObject(expected);
    expect(await api.dump()).toEqual(before);
  });

  it.each(actors.slice(needed))('is open to %s, and tells no secrets', async (actor) => {
    const input = await inputs.get(path)?.();
    const answer = await api.call(actor, path, input);
    expect(answer, answer.text).toMatchObject({ status: 200, code: null });
    const told = [...textsOf(answer.data)];
    const given = [...textsOf(input)];
    const secrets = (await secretsFrom(actor)).filter((secret) => !given.includes(secret));
    expect(told.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
    expect(told.filter((text) => /pass|hash|token|secret|session/i.test(text))).toEqual([]);
  });
});

/** Every text within a value, keys included. */
function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* textsOf(inner);
  }
}

/** What is nobody's business; administrators see the e-mail addresses. */
async function secretsFrom(actor: Actor): Promise<string[]> {
  const own = actor === 'anon' ? 0 : api.viewer(actor).id;
  return api.db.read(sql`select json_agg(s) as j from (
    select password_hash as s from users union select secret_key from files union select id from sessions
    union select email from users where id <> ${own} and ${actor !== 'admin'}) secrets`);
}
