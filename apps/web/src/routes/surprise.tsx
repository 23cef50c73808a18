import { createFileRoute, redirect } from '@tanstack/react-router';
import { filterOf, readBrowse } from '../browse/browse.ts';
import { browseSearch } from '../browse/browse-search.ts';
import { movieLink } from '../links.ts';

/** The film that came before this one, so that another press brings another. */
let last: number | undefined;

/** No page: it leads to any one of the films that a filter leaves. */
export const Route = createFileRoute('/surprise')({
  validateSearch: browseSearch,
  loaderDeps: ({ search }) => search,
  // Another one each time.
  gcTime: 0,
  loader: async ({ context: { client }, deps }) => {
    const filter = filterOf(readBrowse(deps).browse);
    const { item } = await client.movies.random.query({ ...filter, except: last });
    last = typeof document === 'undefined' ? undefined : item?.id;
    if (!item) throw redirect({ to: '/movies', search: deps });
    throw redirect({ ...movieLink(item), statusCode: 302 });
  },
});
