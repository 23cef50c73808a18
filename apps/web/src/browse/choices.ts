import type { CountryCard } from '@cinematheque/shared/country';
import type { GenreCard } from '@cinematheque/shared/genre';
import { queryOptions } from '@tanstack/react-query';
import type { SiteContext } from '../context.ts';

/** All genres with the number of their films, by name. */
export const genresOptions = ({ client }: Pick<SiteContext, 'client'>) =>
  queryOptions({
    queryKey: ['all', 'genres'],
    queryFn: () => all<GenreCard>((cursor) => client.genres.list.query({ limit: 100, cursor })),
  });

/** All countries with the number of their films, by name. */
export const countriesOptions = ({ client }: Pick<SiteContext, 'client'>) =>
  queryOptions({
    queryKey: ['all', 'countries'],
    queryFn: () => all<CountryCard>((cursor) => client.countries.list.query({ limit: 100, cursor })),
  });

/** There are about 250 countries; whoever keeps more than this many genres has tags. */
const MAX_PAGES = 5;

async function all<Row>(
  read: (cursor: string | undefined) => Promise<{ items: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, nextCursor } = await read(cursor);
    rows.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return rows;
}
