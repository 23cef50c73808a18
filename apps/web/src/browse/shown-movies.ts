import { errorOf } from '@cinematheque/client';
import type { MovieListInput } from '@cinematheque/shared/movie';
import { queryOptions } from '@tanstack/react-query';
import type { SiteContext } from '../context.ts';

/** Films of one page. */
export const PER_PAGE = 24;

/** As many as one request may bring. */
const AT_ONCE = 4;

/**
 * The films that a list shows: those of several pages, one after the other. Another page is fetched on top of what is
 * there already. A place of another list (or of an older one) is `lost`: then they are the first ones.
 */
export function shownMovies(
  { client, queryClient }: Pick<SiteContext, 'client' | 'queryClient'>,
  input: MovieListInput,
  pages = 1,
) {
  const keyOf = (count: number) => ['movies shown', input, count] as const;
  type Shown = Awaited<ReturnType<typeof client.movies.list.query>> & { lost?: boolean };

  async function read(from: MovieListInput, count: number, before?: Shown): Promise<Shown> {
    const limit = PER_PAGE * Math.min(count, AT_ONCE);
    const page = await client.movies.list.query({ ...from, limit });
    const shown = before ? { ...page, items: [...before.items, ...page.items] } : page;
    const left = count - AT_ONCE;
    return left > 0 && page.nextCursor ? read({ ...from, cursor: page.nextCursor }, left, shown) : shown;
  }

  return queryOptions({
    queryKey: keyOf(pages),
    queryFn: async (): Promise<Shown> => {
      const before = queryClient.getQueryData<Shown>(keyOf(pages - 1));
      if (before?.nextCursor) return read({ ...input, cursor: before.nextCursor }, 1, before);
      try {
        return await read(input, pages);
      } catch (error) {
        if (!errorOf(error).fields.cursor) throw error;
        return { ...(await read({ ...input, cursor: undefined }, pages)), lost: true };
      }
    },
  });
}
