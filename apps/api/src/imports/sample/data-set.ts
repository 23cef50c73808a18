import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { SampleFilm } from './schema.ts';

const json = <S extends z.ZodType>(schema: S) =>
  z.string().transform((text) => schema.parse(JSON.parse(text)));
const oneLine = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());
/** In the data set 0 and nothing both mean "not known". */
const known = z.coerce.number().transform((value) => value || null);

const movieRow = z.object({
  id: z.coerce.number(),
  title: oneLine,
  release_date: z.string(),
  runtime: known,
  budget: known,
  genres: json(z.array(z.object({ name: z.string() }))),
  production_countries: json(z.array(z.object({ iso_3166_1: z.string() }))),
});
const credit = z.object({ id: z.number(), name: oneLine });
const creditsRow = z.object({
  movie_id: z.coerce.number(),
  cast: json(z.array(credit.extend({ character: oneLine, order: z.number() }))),
  crew: json(z.array(credit.extend({ job: z.string() }))),
});
type Cast = z.infer<typeof creditsRow>['cast'];

/** The facts of a film as the sample holds them, with all who play in it and all its countries. */
export interface DataSetFilm {
  facts: Pick<SampleFilm, 'title' | 'releaseDate' | 'minutes' | 'budget' | 'director'> & { genres: string[] };
  countries: string[];
  cast: { tmdbId: number; name: string; characters: string[] }[];
}

async function* rows(dir: string, file: string): AsyncGenerator<unknown> {
  yield* createReadStream(join(dir, file))
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
}

/** One line per person at the first place in the billing, a part named twice only once. */
function byPerson(cast: Cast): DataSetFilm['cast'] {
  const lines = new Map<number, DataSetFilm['cast'][number]>();
  for (const { id, name, character } of cast.toSorted((a, b) => a.order - b.order)) {
    const line = lines.get(id) ?? { tmdbId: id, name, characters: [] };
    if (character && !line.characters.includes(character)) line.characters.push(character);
    lines.set(id, line);
  }
  return [...lines.values()];
}

/** Reads the films with these TMDB ids from the TMDB 5000 data set; an id that it lacks is left out. */
export async function readDataSet(dir: string, ids: Set<number>): Promise<Map<number, DataSetFilm>> {
  const movies = new Map<number, z.infer<typeof movieRow>>();
  for await (const row of rows(dir, 'tmdb_5000_movies.csv.gz')) {
    const { id } = z.object({ id: z.coerce.number() }).parse(row);
    if (ids.has(id)) movies.set(id, movieRow.parse(row));
  }
  const films = new Map<number, DataSetFilm>();
  for await (const row of rows(dir, 'tmdb_5000_credits.csv.gz')) {
    const movie = movies.get(z.object({ movie_id: z.coerce.number() }).parse(row).movie_id);
    if (!movie) continue;
    const { cast, crew } = creditsRow.parse(row);
    const director = crew.find(({ job }) => job === 'Director');
    films.set(movie.id, {
      facts: {
        title: movie.title,
        releaseDate: movie.release_date || null,
        minutes: movie.runtime,
        budget: movie.budget,
        genres: movie.genres.map(({ name }) => name),
        director: director ? { tmdbId: director.id, name: director.name } : null,
      },
      countries: movie.production_countries.map((country) => country.iso_3166_1),
      cast: byPerson(cast),
    });
  }
  return films;
}
