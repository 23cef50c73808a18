import { readFile } from 'node:fs/promises';
import type { Database } from '@cinematheque/db/open';
import { roleByBilling } from '@cinematheque/shared/character-role';
import { sql } from 'kysely';
import type { ImportedCredit, ImportedFilm } from '../film.ts';
import { type LoadResult, loadFilms } from '../load.ts';
import { storedName } from '../names.ts';
import { type SampleCatalog, type SampleFilm, sampleCatalog } from './schema.ts';

/** Whether nothing was ever written to the catalog. One that an editor has emptied is not asked again. */
export function isCatalogEmpty(db: Database): Promise<boolean> {
  return db.read(sql`select revision = 0 as j from catalog_revision`);
}

/** Loads the films that ship with the project. Like every load, it adds only what is not there. */
export async function loadSample(db: Database): Promise<LoadResult> {
  const file = new URL('./catalog.json', import.meta.url);
  const { films, countries } = sampleCatalog.parse(JSON.parse(await readFile(file, 'utf8')));
  return loadFilms(
    db,
    films.map((film) => importedFilm(film, countries)),
    'Sample catalog',
  );
}

function importedFilm(film: SampleFilm, countries: SampleCatalog['countries']): ImportedFilm {
  const { tmdbId, title, description, budget, releaseDate, country, director } = film;
  const isYear = releaseDate?.length === 4;
  return {
    tmdbId,
    title,
    description,
    budget,
    releaseDate: isYear ? `${releaseDate}-01-01` : releaseDate,
    releaseDatePrecision: isYear ? 'year' : 'day',
    durationMinutes: film.minutes,
    country: country ? { isoCode: country, name: countries[country] ?? country } : null,
    genres: film.genres.map((name) => ({ tmdbId: null, name })),
    director: director && { tmdbId: director.tmdbId, ...storedName(director.name) },
    cast: film.cast.flatMap(creditsOf),
  };
}

/** One line of the cast as the credits it stands for: one per part, or one without. */
function creditsOf(member: SampleFilm['cast'][number], place: number): ImportedCredit[] {
  const characters = member.characters.length ? member.characters : [null];
  return characters.map((character) => ({
    tmdbId: member.tmdbId,
    ...storedName(member.name),
    gender: member.gender,
    character,
    role: roleByBilling(place),
  }));
}
