import { router } from '../trpc.ts';
import { changes } from './changes.ts';
import { characters } from './characters.ts';
import { countries } from './countries.ts';
import { dashboard } from './dashboard.ts';
import { directors } from './directors.ts';
import { favoriteMovies } from './favorite-movies.ts';
import { files } from './files.ts';
import { genres } from './genres.ts';
import { movieGenres } from './movie-genres.ts';
import { moviePersons } from './movie-persons.ts';
import { movies } from './movies.ts';
import { persons } from './persons.ts';
import { preferences } from './preferences.ts';
import { system } from './system.ts';
import { tokens } from './tokens.ts';
import { users } from './users.ts';
import { views } from './views.ts';

/** The console's side: one line for each resource, and what is made of all of them. */
export const admin = router({
  files: router(files),
  users: router(users),
  directors: router(directors),
  countries: router(countries),
  genres: router(genres),
  movies: router(movies),
  movieGenres: router(movieGenres),
  persons: router(persons),
  moviePersons: router(moviePersons),
  characters: router(characters),
  favoriteMovies: router(favoriteMovies),
  dashboard: router(dashboard),
  preferences: router(preferences),
  tokens: router(tokens),
  system: router(system),
  views: router(views),
  changes: router(changes),
});
