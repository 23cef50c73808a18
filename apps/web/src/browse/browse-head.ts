import { breadcrumbJsonLd, browsedJsonLd } from '#json-ld';
import type { SiteContext } from '../context.ts';
import { pageHead } from '../head.ts';
import type { Choice } from './browse.ts';

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
  return pageHead(context, {
    ...rest,
    search,
    jsonLd: import.meta.env.SSR && [
      browsedJsonLd(context, search, scope),
      breadcrumbJsonLd(context, [...(above ? [above] : []), [page.title, page.path]]),
    ],
  });
}
