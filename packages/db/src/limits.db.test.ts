import { characterInput } from '@cinematheque/shared/character';
import { countryInput } from '@cinematheque/shared/country';
import { directorInput } from '@cinematheque/shared/director';
import { fileInput } from '@cinematheque/shared/file';
import { genreInput } from '@cinematheque/shared/genre';
import { movieGenreInput, moviePersonInput } from '@cinematheque/shared/joins';
import { limits } from '@cinematheque/shared/limits';
import { movieFields } from '@cinematheque/shared/movie';
import { personInput } from '@cinematheque/shared/person';
import { userInput } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { Character } from './entities/character.ts';
import { Country } from './entities/country.ts';
import { Director } from './entities/director.ts';
import { File } from './entities/file.ts';
import { Genre } from './entities/genre.ts';
import { Movie } from './entities/movie.ts';
import { MovieGenre } from './entities/movie-genre.ts';
import { MoviePerson } from './entities/movie-person.ts';
import { Person } from './entities/person.ts';
import { User } from './entities/user.ts';
import { tableOf } from './repository.ts';
import { testDatabase } from './testing/database.ts';
import { make } from './testing/make.ts';

const db = await testDatabase();
const rows = make(db);

// One row in each table, whose columns are then set to the values in question.
await rows.file();
await rows.director();
await rows.country();
await rows.user();
const person = await rows.person();
await rows.movie({ genres: [await rows.genre()], cast: [{ person, characters: ['Pépé'] }] });

const resources = [
  { entity: File, input: fileInput },
  { entity: User, input: userInput },
  { entity: Director, input: directorInput },
  { entity: Country, input: countryInput },
  { entity: Genre, input: genreInput },
  { entity: Movie, input: movieFields },
  { entity: Person, input: personInput },
  { entity: Character, input: characterInput },
  { entity: MovieGenre, input: movieGenreInput },
  { entity: MoviePerson, input: moviePersonInput },
];

type Value = string | number;
type Field = Exclude<NonNullable<ReturnType<typeof genreInput.toJSONSchema>['properties']>[string], boolean>;

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const earliest: Record<string, string> = {
  releaseDate: limits.earliestFilm,
  dateOfBirth: limits.earliestBirth,
};

/** Text of this length in a field's form. */
function textOf(length: number, format = ''): string {
  const start = format === 'uri' ? 'https://example.org/' : '';
  const end = format === 'email' ? '@example.org' : '';
  return start + 'a'.repeat(length - start.length - end.length) + end;
}

/** The last values that a field takes, and the first that it does not. */
function edgesOf(name: string, field: Field): { kept: Value[]; refused: Value[] } | null {
  const first = earliest[name];
  if (first) return { kept: [first], refused: [dayBefore(first)] };
  if (name === 'isoCode') return { kept: ['FR'], refused: ['', 'F', 'fr', 'FRA'] };
  const { type, maxLength, format, minimum = 0, maximum = 0 } = field;
  const choices = field.enum?.map(String);
  if (choices) return { kept: choices, refused: ['', 'another'] };
  if (maxLength) return { kept: [textOf(maxLength, format)], refused: ['', textOf(maxLength + 1, format)] };
  if (type === 'integer') return { kept: [minimum, maximum], refused: [minimum - 1, maximum + 1] };
  return null;
}

describe.each(resources)('the limits of', ({ entity, input }) => {
  const { table, columns } = tableOf(db.orm.em, entity);
  const fields = Object.entries(input.toJSONSchema({ io: 'input' }).properties ?? {});

  for (const [name, schema] of fields) {
    const column = columns[name];
    if (typeof schema === 'boolean' || !column || /(^|_)id$/.test(column)) continue;
    const edges = edgesOf(name, schema.anyOf?.[0] ?? schema);
    if (!edges) continue;

    it(`${table}.${column} are the schema's and the database's`, async () => {
      const store = (value: Value) =>
        db.unlogged(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}`);
      const parse = (value: Value) => input.partial().safeParse({ [name]: value }).success;
      for (const value of edges.kept) {
        expect(parse(value), `${value} in the schema`).toBe(true);
        await store(value);
      }
      for (const value of edges.refused) {
        expect(parse(value), `${value} in the schema`).toBe(false);
        await expect(store(value), `${value} in the database`).rejects.toThrow();
      }
    });
  }
});
