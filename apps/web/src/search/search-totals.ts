import { queryOptions } from '@tanstack/react-query';
import type { SiteContext } from '../context.ts';

/** How many of each kind have a text in their names. (What only sounds alike is not counted.) */
export const searchTotals = ({ client }: Pick<SiteContext, 'client'>, q: string) =>
  queryOptions({
    queryKey: ['search totals', q],
    queryFn: async () => {
      const one = { q, limit: 1 };
      const [movies, persons, directors, characters] = await Promise.all([
        client.movies.list.query(one),
        client.persons.list.query(one),
        client.directors.list.query(one),
        client.characters.list.query(one),
      ]);
      return {
        movies: movies.total,
        persons: persons.total,
        directors: directors.total,
        characters: characters.total,
      };
    },
  });
