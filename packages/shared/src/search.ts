import { z } from 'zod';
import { characterCard } from './character.ts';
import { countryCard } from './country.ts';
import { directorCard } from './director.ts';
import { genreCard } from './genre.ts';
import { movieCard } from './movie-card.ts';
import { personCard } from './person.ts';
import { searchText } from './text.ts';

export const searchInput = z.strictObject({ q: searchText, limit: z.int().min(1).max(50).optional() });

/** What a search found, best first in each group. */
export const searchResult = z.object({
  movies: z.array(movieCard),
  persons: z.array(personCard),
  directors: z.array(directorCard),
  characters: z.array(characterCard),
  genres: z.array(genreCard),
  countries: z.array(countryCard),
});
export type SearchResult = z.infer<typeof searchResult>;
