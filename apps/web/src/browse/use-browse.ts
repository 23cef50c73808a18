import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSite } from '../context.ts';
import { type Choice, choiceKinds, filterOf, listInputOf, readBrowse } from './browse.ts';
import type { BrowseSearch } from './browse-search.ts';
import { known, withScope } from './load-browse.ts';
import { shownMovies } from './shown-movies.ts';

/**
 * A list of films as its address says, with its facets. After a press on a filter the films before it stay until
 * those after it are there.
 */
export function useBrowse(search: BrowseSearch, scope?: Choice) {
  const site = useSite();
  const read = readBrowse(search);
  const asked = useFacets(read.browse, scope);
  // Facets of the list before know nothing of a name that is new in this one.
  const browse = asked.data && !asked.isPlaceholderData ? known(read.browse, asked.data) : read.browse;
  const facets = useFacets(browse, scope);
  const scoped = withScope(browse, scope);
  const list = useQuery({
    ...shownMovies(site, listInputOf(scoped), scoped.pages),
    placeholderData: keepPreviousData,
  });
  const unknown = read.browse.choices.filter((choice) => !browse.choices.includes(choice));
  const dropped = [
    ...read.dropped,
    ...unknown.map(({ kind, value }) => `${choiceKinds[kind].label} “${value}”`),
    ...(list.data?.lost ? ['place in the list'] : []),
  ];
  return { browse, dropped, list, facets: facets.data, counting: facets.isPlaceholderData };
}

function useFacets(browse: ReturnType<typeof readBrowse>['browse'], scope: Choice | undefined) {
  const { trpc } = useSite();
  return useQuery({
    ...trpc.movies.facets.queryOptions(filterOf(withScope(browse, scope))),
    placeholderData: keepPreviousData,
  });
}
