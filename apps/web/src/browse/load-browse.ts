import type { MovieFacets } from '@cinematheque/shared/facets';
import type { SiteContext } from '../context.ts';

import { type Browse, type Choice, filterOf, listInputOf, readBrowse } from './browse.ts';
import { browseSearch } from './browse-search.ts';
import { choiceName } from './choice-name.ts';
import { shownMovies } from './shown-movies.ts';

/** The films that a page of the site is about, and what its address narrows them by. */
export const withScope = (browse: Browse, scope: Choice | undefined): Browse =>
  scope ? { ...browse, choices: [scope, ...browse.choices] } : browse;

/** The same without records that do not exist (any more). */
export const known = (browse: Browse, facets: MovieFacets): Browse => ({
  ...browse,
  choices: browse.choices.filter((choice) => choiceName(choice, facets) !== null),
});

/** What a list of films needs before it can be drawn. While one stays on it, it fetches for itself. */
export async function loadBrowse(
  context: SiteContext,
  { search, cause, scope }: { search: Record<string, unknown>; cause: string; scope?: Choice },
): Promise<void> {
  if (cause === 'stay') return;
  const asked = withScope(readBrowse(browseSearch(search)).browse, scope);
  const facetsOf = (browse: Browse) =>
    context.queryClient.ensureQueryData(context.trpc.movies.facets.queryOptions(filterOf(browse)));
  const list = (browse: Browse) =>
    Promise.all([
      context.queryClient.ensureQueryData(shownMovies(context, listInputOf(browse), browse.pages)),
      browse.sort === 'title' &&
        context.queryClient.ensureQueryData(context.trpc.movies.letters.queryOptions(filterOf(browse))),
    ]);
  const [facets] = await Promise.all([facetsOf(asked), list(asked)]);
  const browse = known(asked, facets);
  if (browse.choices.length < asked.choices.length) await Promise.all([facetsOf(browse), list(browse)]);
}
