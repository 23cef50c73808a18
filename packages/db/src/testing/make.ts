import type { CharacterInput } from '@cinematheque/shared/character';
import type { CountryInput } from '@cinematheque/shared/country';
import type { DirectorInput } from '@cinematheque/shared/director';
import type { FileInput } from '@cinematheque/shared/file';
import type { GenreInput } from '@cinematheque/shared/genre';
import type { MovieInput } from '@cinematheque/shared/movie';
import type { PersonInput } from '@cinematheque/shared/person';
import type { UserInput } from '@cinematheque/shared/user';
import type { Transaction } from '../change.ts';
import { Character } from '../entities/character.ts';
import { Country } from '../entities/country.ts';
import { Director } from '../entities/director.ts';
import { FavoriteMovie } from '../entities/favorite-movie.ts';
import { File } from '../entities/file.ts';
import { Genre } from '../entities/genre.ts';
import { Movie } from '../entities/movie.ts';
import { MovieGenre } from '../entities/movie-genre.ts';
import { MoviePerson } from '../entities/movie-person.ts';
import { Person } from '../entities/person.ts';
import { User } from '../entities/user.ts';
import type { Database } from '../open.ts';

/** A row that was made, or any other row's id. */
export interface Made {
  id: number;
}

/** One line of a cast, in billing order. */
export interface CastLine {
  person: Made;
  characters?: string[];
}

interface MovieParts extends Partial<Omit<MovieInput, 'genreIds' | 'cast'>> {
  tmdbId?: number;
  genres?: Made[];
  cast?: CastLine[];
  director?: Made;
  country?: Made;
  poster?: Made;
}

let count = 0;

/** A number that this test file has not seen. */
const next = () => (count += 1);

/**
 * Rows for tests: `make(db).movie({ title: 'Vertigo', genres: [await make(db).genre()] })`. What is not said is
 * made up, and unique where it must be. Each call is one change, and gives what it wrote and the row's id.
 */
export function make(db: Database) {
  const change = <T>(work: (tx: Transaction) => Promise<T>) => db.change({ channel: 'system' }, work);

  return {
    async file(given: Partial<FileInput> & { sha256?: string; secretKey?: string; mimeType?: string } = {}) {
      const n = next();
      const sha256 = n.toString(16).padStart(64, '0');
      const size = { bytes: 1000, width: 600, height: 900 };
      const data = {
        fileName: `${n}.jpg`,
        mimeType: 'image/jpeg',
        secretKey: sha256,
        sha256,
        ...size,
        ...given,
      };
      return { id: await change((tx) => tx.insert(File, data)), ...data };
    },

    async country(given: Partial<CountryInput> = {}) {
      const data = { name: `Country ${next()}`, ...given };
      return { id: await change((tx) => tx.insert(Country, data)), ...data };
    },

    async genre(given: Partial<GenreInput> & { tmdbId?: number } = {}) {
      const data = { name: `Genre ${next()}`, ...given };
      return { id: await change((tx) => tx.insert(Genre, data)), ...data };
    },

    async person(given: Partial<PersonInput> & { tmdbId?: number } = {}) {
      const data = { firstName: 'Person', lastName: `Number ${next()}`, ...given };
      return { id: await change((tx) => tx.insert(Person, data)), ...data };
    },

    async director(given: Partial<DirectorInput> & { tmdbId?: number } = {}) {
      const data = { firstName: 'Director', lastName: `Number ${next()}`, ...given };
      return { id: await change((tx) => tx.insert(Director, data)), ...data };
    },

    /** A film, and the rows that join it to its genres and its cast. */
    async movie({ genres = [], cast = [], director, country, poster, ...given }: MovieParts = {}) {
      const links = { directorId: director?.id, countryId: country?.id, posterFileId: poster?.id };
      const data = { title: `Movie ${next()}`, ...links, ...given };
      return change(async (tx) => {
        const movieId = await tx.insert(Movie, data);
        for (const [position, { id: genreId }] of genres.entries())
          await tx.insert(MovieGenre, { movieId, genreId, position });
        for (const [position, line] of cast.entries()) await insertCastLine(tx, movieId, position, line);
        return { id: movieId, ...data };
      });
    },

    /** A character in a film; the person joins its cast when not yet in it. */
    async character(given: Partial<CharacterInput> & { movieId: number; personId: number }) {
      const { movieId, personId } = given;
      const data = { name: `Character ${next()}`, ...given };
      return change(async (tx) => {
        await tx.upsert(MoviePerson, { movieId, personId }, { onConflictAction: 'ignore' });
        return { id: await tx.insert(Character, data), ...data };
      });
    },

    /** An account. Whoever signs in with it gives the hash of a password that he knows. */
    async user(
      given: Partial<Omit<UserInput, 'password' | 'disabled'>> & {
        passwordHash?: string;
        disabledAt?: Date;
      } = {},
    ) {
      const n = next();
      const data = { username: `user${n}`, email: `user${n}@example.org`, passwordHash: 'none', ...given };
      return { id: await change((tx) => tx.insert(User, data)), ...data };
    },

    async favorite(user: Made, movie: Made) {
      const data = { userId: user.id, movieId: movie.id };
      await change((tx) => tx.insert(FavoriteMovie, data));
      return data;
    },
  };
}

async function insertCastLine(tx: Transaction, movieId: number, position: number, line: CastLine) {
  const { person, characters = [] } = line;
  await tx.insert(MoviePerson, { movieId, personId: person.id, position });
  for (const name of characters) {
    await tx.insert(Character, { name, movieId, personId: person.id, position, role: 'leading' });
  }
}
