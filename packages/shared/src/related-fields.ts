import type { Fields } from './filter.ts';
import { gender } from './person.ts';

/** What a list of rows that belong to a film asks of the film. */
export const filmFields = {
  'movie.title': { kind: 'text' },
  'movie.releaseDate': { kind: 'date', optional: true },
  'movie.countryId': { kind: 'relation', to: 'countries', optional: true },
} as const satisfies Fields;

/** What it asks of the person in the film. */
export const playerFields = {
  'person.lastName': { kind: 'text' },
  'person.gender': { kind: 'choice', choices: gender.options },
  'person.countryId': { kind: 'relation', to: 'countries', optional: true },
} as const satisfies Fields;
