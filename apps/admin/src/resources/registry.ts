import type { ResourceName } from '../resource/api.ts';
import type { Resource } from '../resource/resource.ts';
import { characters } from './characters.tsx';
import { countries } from './countries.tsx';
import { directors } from './directors.tsx';
import { favoriteMovies } from './favorite-movies.tsx';
import { files } from './files.tsx';
import { genres } from './genres.tsx';
import { movieGenres } from './movie-genres.tsx';
import { moviePersons } from './movie-persons.tsx';
import { movies } from './movies.tsx';
import { persons } from './persons.tsx';
import { users } from './users.tsx';

/** Every resource that the API has, in the menu's order. A forgotten one does not compile. */
export const resources: Record<ResourceName, Resource> = {
  movies,
  persons,
  directors,
  characters,
  genres,
  countries,
  files,
  movieGenres,
  moviePersons,
  users,
  favoriteMovies,
};
