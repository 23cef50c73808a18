import { Character } from '@cinematheque/db/entities/character';
import { Country } from '@cinematheque/db/entities/country';
import { Director } from '@cinematheque/db/entities/director';
import { FavoriteMovie } from '@cinematheque/db/entities/favorite-movie';
import { File } from '@cinematheque/db/entities/file';
import { Genre } from '@cinematheque/db/entities/genre';
import { Movie } from '@cinematheque/db/entities/movie';
import { MovieGenre } from '@cinematheque/db/entities/movie-genre';
import { MoviePerson } from '@cinematheque/db/entities/movie-person';
import { Person } from '@cinematheque/db/entities/person';
import { User } from '@cinematheque/db/entities/user';
import type { Entity } from '@cinematheque/db/repository';
import type { make } from '@cinematheque/db/testing/make';
import { movieRow } from '@cinematheque/shared/movie';
import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '../router.ts';

export type Rows = ReturnType<typeof make>;
export type Data = Record<string, unknown>;
/** A record's id: a number or, for a join table, its pair. */
export type Id = number | Record<string, number>;

/** What the suites need to know of a resource besides its procedures. */
export interface Sample {
  entity: Entity;
  role: 'editor' | 'admin';
  /** What create takes, with every field filled; new each time. */
  data: (rows: Rows) => Promise<Data>;
  /** Makes a record where there is no `create`. */
  insert?: (rows: Rows) => Promise<{ id: Id }>;
  /** Makes something use a record, so that it cannot be removed. Null where nothing may. */
  use: ((rows: Rows, id: number) => Promise<unknown>) | null;
  /** A text by which `q` finds the record. */
  text: (item: Data) => string;
  /** A read record in the terms of its input. */
  form?: (item: Data) => Data;
  /** Fields of the input that are no column. */
  besides?: string[];
  /** Fields that never come back. */
  writeOnly?: string[];
  /** All of a record is its key: whoever changes it makes another one, so there are no versions. */
  allKey?: boolean;
}

type Admin = inferRouterInputs<AppRouter>['admin'];
/** Whatever is listed, read, saved and removed. */
type Resource = {
  [Name in keyof Admin]: Admin[Name] extends { list: unknown; get: unknown; update: unknown; remove: unknown }
    ? Name
    : never;
}[keyof Admin];

let count = 0;
const next = () => (count += 1);
const text = (value: unknown) => String(value);
const titleOfMovie = ({ movie }: Data) =>
  typeof movie === 'object' && movie && 'title' in movie ? text(movie.title) : '';

/** One line for each resource: whoever adds a resource adds its sample here. */
export const samples = {
  files: {
    entity: File,
    role: 'editor',
    data: async () => ({
      ...{ fileName: `still ${next()}.png`, sourceUrl: 'https://example.org/still' },
      ...{ crop: { left: 10, top: 0, width: 300, height: 450 + (next() % 400) } },
      ...{ focalPoint: { x: 100, y: next() % 400 } },
    }),
    insert: (rows) => rows.file({ fileName: `still ${next()}.png` }),
    use: (rows, id) => rows.movie({ poster: { id } }),
    text: ({ fileName }) => text(fileName),
  },
  users: {
    entity: User,
    role: 'admin',
    data: async (rows) => {
      const n = next();
      const avatar = await rows.file();
      return {
        ...{
          username: `sample${n}`,
          email: `sample${n}@example.org`,
          firstName: 'Ana',
          lastName: `Lua ${n}`,
        },
        ...{ role: 'visitor', password: `a good password ${n}`, disabled: true, avatarFileId: avatar.id },
      };
    },
    use: null,
    text: ({ email }) => text(email),
    besides: ['password', 'disabled'],
    writeOnly: ['password'],
  },
  directors: {
    entity: Director,
    role: 'editor',
    data: async (rows) => ({
      firstName: 'Marcel',
      lastName: `Carne ${next()}`,
      photoFileId: (await rows.file()).id,
      personId: (await rows.person()).id,
    }),
    use: (rows, id) => rows.movie({ director: { id } }),
    text: ({ lastName }) => text(lastName),
  },
  countries: {
    entity: Country,
    role: 'editor',
    data: async () => {
      const n = next();
      const isoCode = String.fromCharCode(65 + ((n / 26) % 26), 65 + (n % 26));
      return { name: `Republic ${n}`, isoCode };
    },
    use: (rows, id) => rows.person({ countryId: id }),
    text: ({ name }) => text(name),
  },
  genres: {
    entity: Genre,
    role: 'editor',
    data: async () => ({ name: `Western ${next()}` }),
    use: (rows, id) => rows.movie({ genres: [{ id }] }),
    text: ({ name }) => text(name),
  },
  movies: {
    entity: Movie,
    role: 'editor',
    data: async (rows) => ({
      ...{ title: `Quai ${next()}`, description: 'A deserter.', budget: 1_000_000 + next() },
      ...{ releaseDate: '1938-05-18', releaseDatePrecision: 'month', durationMinutes: 91 + (next() % 30) },
      directorId: (await rows.director()).id,
      countryId: (await rows.country()).id,
      posterFileId: (await rows.file()).id,
      genreIds: [(await rows.genre()).id, (await rows.genre()).id],
      cast: [
        {
          personId: (await rows.person()).id,
          characters: [
            { name: 'Jean', description: 'A deserter', role: 'leading' },
            { name: 'A voice', description: null, role: 'background' },
          ],
        },
        { personId: (await rows.person()).id, characters: [] },
      ],
    }),
    use: null,
    text: ({ title }) => text(title),
    form: (item) => {
      const { genres, cast } = movieRow.parse(item);
      return {
        ...item,
        genreIds: genres.map(({ id }) => id),
        cast: cast.map(({ person, characters }) => ({
          personId: person.id,
          characters: characters.map(({ id: _, ...character }) => character),
        })),
      };
    },
    besides: ['genreIds', 'cast'],
  },
  movieGenres: {
    entity: MovieGenre,
    role: 'editor',
    data: async (rows) => ({
      ...{ movieId: (await rows.movie()).id, genreId: (await rows.genre()).id, position: next() },
    }),
    use: null,
    text: titleOfMovie,
  },
  persons: {
    entity: Person,
    role: 'editor',
    data: async (rows) => ({
      ...{ firstName: 'Michele', lastName: `Morgan ${next()}`, biography: 'Born in Neuilly.' },
      ...{ dateOfBirth: '1920-02-29', dateOfBirthPrecision: 'year', gender: 'female' },
      countryId: (await rows.country()).id,
      primaryPhotoFileId: (await rows.file()).id,
      additionalImages: [{ fileId: (await rows.file()).id, caption: 'In Cannes' }],
    }),
    use: (rows, id) => rows.movie({ cast: [{ person: { id } }] }),
    text: ({ lastName }) => text(lastName),
  },
  moviePersons: {
    entity: MoviePerson,
    role: 'editor',
    data: async (rows) => ({
      ...{ movieId: (await rows.movie()).id, personId: (await rows.person()).id, position: next() },
    }),
    use: null,
    text: titleOfMovie,
  },
  characters: {
    entity: Character,
    role: 'editor',
    data: async (rows) => ({
      ...{ name: `Nelly ${next()}`, description: 'In a raincoat', role: 'background', position: next() },
      ...{ movieId: (await rows.movie()).id, personId: (await rows.person()).id },
    }),
    use: null,
    text: ({ name }) => text(name),
  },
  favoriteMovies: {
    entity: FavoriteMovie,
    role: 'admin',
    data: async (rows) => ({ userId: (await rows.user()).id, movieId: (await rows.movie()).id }),
    use: null,
    text: titleOfMovie,
    allKey: true,
  },
} satisfies Record<Resource, Sample>;
