import type { SiteContext } from '../context.ts';
import { pageHead } from '../head.ts';
import { breadcrumbJsonLd, listJsonLd } from '../json-ld.ts';
import { browseSearch, type Choice, listInputOf, readBrowse } from './browse-search.ts';
import { withScope } from './load-browse.ts';
import { shownMovies } from './shown-movies.ts';

interface BrowseHead {
  title: string;
  description: string;
  path: string;
  /** The page that this one is found on: [its name, its path]. */
  above?: [string, string];
  scope?: Choice;
  feed?: string;
}

/** What a page with a list of films says of itself: the films too, where nothing narrows it. */
export function browseHead(
  { context, search }: { context: SiteContext; search: Record<string, unknown> },
  page: BrowseHead | undefined,
) {
  if (!page) return pageHead(context, undefined);
  const { above, scope, ...rest } = page;
  const { browse } = readBrowse(browseSearch(search));
  const asked = withScope(browse, scope);
  const { queryKey } = shownMovies(context, listInputOf(asked), asked.pages);
  const movies = context.queryClient.getQueryData(queryKey)?.items ?? [];
  const way: [string, string][] = [...(above ? [above] : []), [page.title, page.path]];
  return pageHead(context, {
    ...rest,
    search,
    jsonLd: [listJsonLd(context.siteUrl, movies), breadcrumbJsonLd(context.siteUrl, way)],
  });
}
