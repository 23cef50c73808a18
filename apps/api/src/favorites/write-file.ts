import type { Database } from '@cinematheque/db/open';
import { type FavoritesFormat, type KeptFilm, keptFilm, type textFile } from '@cinematheque/shared/favorite';
import { fullName } from '@cinematheque/shared/names';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, directorRef, instant } from '../json.ts';

/** Letterboxd's names for what it imports. Which film is which, TMDB's number tells; IMDb's we do not know. */
const columns = ['Title', 'Year', 'Directors', 'tmdbID', 'imdbID'] as const;

/** All that somebody keeps, the last kept first, as a file. */
export async function writeFavorites(
  db: Database,
  userId: number,
  format: FavoritesFormat,
): Promise<z.infer<typeof textFile>> {
  const films = await readFilms(db, userId);
  return format === 'csv'
    ? { fileName: 'favorites.csv', mediaType: 'text/csv', text: asCsv(films) }
    : { fileName: 'favorites.json', mediaType: 'application/json', text: JSON.stringify({ films }, null, 2) };
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function asCsv(films: KeptFilm[]): string {
  const rows = films.map(({ title, year, directors, tmdbId }) => ({
    ...{ Title: title, Year: year, Directors: directors.join(', '), tmdbID: tmdbId, imdbID: '' },
  }));
  return stringify(rows, {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

const found = z.array(
  z.object({
    ...keptFilm.pick({ title: true, year: true, tmdbId: true, keptAt: true }).shape,
    director: z.object({ firstName: z.string().nullable(), lastName: z.string() }).nullable(),
  }),
);

async function readFilms(db: Database, userId: number): Promise<KeptFilm[]> {
  const rows = found.parse(
    await db.read(
      sql`select ${array(sql`
      select json_build_object('title', m.title, 'year', extract(year from m.release_date)::int,
        'director', (select ${directorRef('d')} from directors d where d.id = m.director_id),
        'tmdbId', m.tmdb_id, 'keptAt', ${instant('f', 'created_at')}) as j
      from favorite_movies f join movies m on m.id = f.movie_id
      where f.user_id = ${userId} order by f.created_at desc, m.id desc`)} as j`,
    ),
  );
  return rows.map(({ director, ...film }) => ({ ...film, directors: director ? [fullName(director)] : [] }));
}
