import { account } from './account/account.ts';
import { admin } from './admin/index.ts';
import { characters } from './catalog/characters.ts';
import { countries } from './catalog/countries.ts';
import { directors } from './catalog/directors.ts';
import { genres } from './catalog/genres.ts';
import { movies } from './catalog/movies.ts';
import { persons } from './catalog/persons.ts';
import { search } from './catalog/search.ts';
import { statistics } from './catalog/statistics.ts';
import { favorites } from './favorites/favorites.ts';
import { createCallerFactory, router } from './trpc.ts';

/** Everything that the API can do. Front ends import its type, through packages/client. */
export const appRouter = router({
  movies,
  persons,
  directors,
  genres,
  countries,
  characters,
  search,
  statistics,
  account,
  favorites,
  admin,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
