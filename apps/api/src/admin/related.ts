import { sql } from 'kysely';
import type { Operand } from '../filter.ts';
import type { Json } from '../json.ts';

/** The related fields that lists are filtered by (packages/shared/src/related-fields.ts), of rows that join a film. */

const ofFilm = (column: Json): Operand => ({
  by: column,
  raw: column,
  within: (condition) => sql`exists (select from movies m where m.id = t.movie_id and ${condition})`,
});
const ofPlayer = (column: Json): Operand => ({
  by: column,
  raw: column,
  within: (condition) => sql`exists (select from persons p where p.id = t.person_id and ${condition})`,
});

export const filmFilters = {
  'movie.title': ofFilm(sql`m.title_folded`),
  'movie.releaseDate': ofFilm(sql`m.release_date`),
  'movie.countryId': ofFilm(sql`m.country_id`),
};

export const playerFilters = {
  'person.lastName': { ...ofPlayer(sql`fold(p.last_name)`), wide: sql`p.name_folded` },
  'person.gender': ofPlayer(sql`p.gender`),
  'person.countryId': ofPlayer(sql`p.country_id`),
};
