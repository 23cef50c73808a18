import { PASSWORD, type TestApi } from './api.ts';
import { procedures } from './procedures.ts';
import { resourceOf } from './resource.ts';
import { type Sample, samples } from './samples.ts';

/** Makes an input that its procedure takes, with all that it refers to, for this one call. */
export type MakeInput = () => Promise<unknown>;

/** A valid input of every procedure. One that has none is missing here, and its suites say so. */
export function inputsOf(api: TestApi): Map<string, MakeInput> {
  const written = new Map<string, MakeInput>([...account(), ...reads(api), ...resources(api)]);
  const known = procedures.flatMap(({ path, input }) => {
    const make = input ? written.get(path) : async () => undefined;
    return make ? [[path, make] as const] : [];
  });
  return new Map(known);
}

function* account(): Iterable<[string, MakeInput]> {
  let signUps = 0;
  yield [
    'account.signUp',
    async () => {
      signUps += 1;
      return { email: `new${signUps}@example.net`, username: `new${signUps}`, password: PASSWORD };
    },
  ];
  yield ['account.signIn', async () => ({ email: 'visitor@example.org', password: PASSWORD })];
  yield ['account.update', async () => ({ firstName: 'Ana' })];
  yield ['account.changePassword', async () => ({ currentPassword: PASSWORD, newPassword: PASSWORD })];
}

function* reads(api: TestApi): Iterable<[string, MakeInput]> {
  yield ['movies.list', async () => ({ q: 'movie', sort: 'newest', limit: 10 })];
  for (const list of ['persons', 'directors', 'genres', 'countries', 'characters']) {
    yield [`${list}.list`, async () => ({ q: '', sort: 'name', limit: 10 })];
  }
  yield ['search.everything', async () => ({ q: 'number' })];
  yield ['movies.get', async () => ({ id: (await film(api)).movieId })];
  yield ['persons.get', async () => ({ id: (await film(api)).personId })];
  yield ['directors.get', async () => ({ id: (await film(api)).directorId })];
  yield ['genres.get', async () => ({ id: (await film(api)).genreId })];
  yield ['countries.get', async () => ({ id: (await film(api)).countryId })];
  yield ['characters.get', async () => ({ id: (await film(api)).characterId })];
  yield ['favorites.list', async () => ({ limit: 10 })];
  yield ['favorites.add', async () => ({ movieId: (await film(api)).movieId })];
  yield ['favorites.remove', async () => ({ movieId: (await film(api)).movieId })];
}

function* resources(api: TestApi): Iterable<[string, MakeInput]> {
  for (const [name, sample] of Object.entries<Sample>(samples)) {
    const { create, data } = resourceOf(api, name, sample);
    const path = (procedure: string) => `admin.${name}.${procedure}`;
    yield [path('list'), async () => ({ q: '', sort: ['-createdAt'], limit: 10 })];
    yield [path('options'), async () => ({ q: '', limit: 10 })];
    yield [path('usage'), async () => ({ ids: [(await create()).id] })];
    yield [path('get'), async () => ({ id: (await create()).id })];
    yield [path('create'), async () => ({ data: await data() })];
    yield [path('update'), async () => ({ id: (await create()).id, data: await data() })];
    yield [path('remove'), async () => ({ ids: [(await create()).id] })];
  }
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
