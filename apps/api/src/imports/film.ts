import type { CharacterRole } from '@cinematheque/shared/character-role';
import type { Gender } from '@cinematheque/shared/person';
import type { Precision } from '@cinematheque/shared/text';

/** What every source of films is turned into before it is loaded. Texts are clean and within the limits. */
export interface ImportedFilm {
  tmdbId: number | null;
  title: string;
  description: string | null;
  releaseDate: string | null;
  releaseDatePrecision: Precision;
  durationMinutes: number | null;
  budget: number | null;
  country: ImportedCountry | null;
  genres: ImportedGenre[];
  director: ImportedName | null;
  /** In billing order; who plays two parts is listed twice. */
  cast: ImportedCredit[];
}

export interface ImportedCountry {
  isoCode: string | null;
  name: string;
}

export interface ImportedGenre {
  tmdbId: number | null;
  name: string;
}

export interface ImportedName {
  tmdbId: number | null;
  firstName: string | null;
  lastName: string;
}

/** One part: who plays it, and its name where the source gives one. */
export interface ImportedCredit extends ImportedName {
  gender: Gender;
  character: string | null;
  role: CharacterRole;
}
