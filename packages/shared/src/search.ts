import { z } from 'zod';
import { characterCard } from './character.ts';
import { countryCard } from './country.ts';
import { directorCard } from './director.ts';
import { genreCard } from './genre.ts';
import { movieCard } from './movie-card.ts';
import { personCard, roleRef } from './person.ts';
import { id, searchText } from './text.ts';

export const searchInput = z.strictObject({ q: searchText, limit: z.int().min(1).max(50).optional() });

/**
 * A character's name, which many may have: the part in the best known film, how many have it (counted up to 100),
 * and some of the others.
 */
export const foundCharacter = characterCard.extend({
  count: z.int(),
  others: z.array(roleRef.extend({ id })),
});
export type FoundCharacter = z.infer<typeof foundCharacter>;

/** What a search found, best first in each group. */
export const searchResult = z.object({
  movies: z.array(movieCard),
  persons: z.array(personCard),
  directors: z.array(directorCard),
  characters: z.array(foundCharacter),
  genres: z.array(genreCard),
  countries: z.array(countryCard),
});
export type SearchResult = z.infer<typeof searchResult>;
