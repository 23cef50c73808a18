import { errorOf } from '@cinematheque/client';
import { MAX_FAVORITES_PAGE } from '@cinematheque/shared/favorite';
import { queryOptions } from '@tanstack/react-query';
import { type Browse, filterOf } from '../browse/browse.ts';
import type { SiteContext } from '../context.ts';
import { SHOWN } from './refresh-favorites.ts';

/** The favorites that the page shows: those of several pages, one after the other. */
export function shownFavorites({ client }: Pick<SiteContext, 'client'>, browse: Browse) {
  const { sort, after, pages = 1 } = browse;
  const filter = filterOf(browse);
  type Shown = Awaited<ReturnType<typeof client.favorites.list.query>> & { lost?: boolean };

  async function read(cursor: string | undefined): Promise<Shown> {
    const shown: Shown = await client.favorites.list.query({
      ...filter,
      sort,
      cursor,
      limit: MAX_FAVORITES_PAGE,
    });
    for (let page = 1; page < pages && shown.nextCursor; page += 1) {
      const input = { ...filter, sort, cursor: shown.nextCursor, limit: MAX_FAVORITES_PAGE };
      const next = await client.favorites.list.query(input);
      shown.items.push(...next.items);
      shown.nextCursor = next.nextCursor;
    }
    return shown;
  }

  return queryOptions({
    queryKey: [...SHOWN, filter, sort ?? null, after ?? null, pages],
    queryFn: async (): Promise<Shown> => {
      try {
        return await read(after);
      } catch (error) {
        if (!errorOf(error).fields.cursor) throw error;
        return { ...(await read(undefined)), lost: true };
      }
    },
  });
}
