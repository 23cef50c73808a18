import type { MovieFacets } from '@cinematheque/shared/facets';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Browse, type ChoiceKind, choiceKinds, filterOf, readBrowse } from '../browse/browse.ts';
import type { BrowseSearch } from '../browse/browse-search.ts';
import { known } from '../browse/load-browse.ts';
import { type SiteContext, useSite } from '../context.ts';
import { keptOptions } from './kept-options.ts';
import { shownFavorites } from './shown-favorites.ts';

/** What the page of favorites needs before it can be drawn. */
export async function loadFavorites(
  context: SiteContext,
  { search, cause }: { search: BrowseSearch; cause: string },
): Promise<void> {
  if (cause === 'stay') return;
  const { browse } = readBrowse(search);
  const { queryClient, trpc } = context;
  const facets = await queryClient.ensureQueryData(trpc.favorites.facets.queryOptions(filterOf(browse)));
  await queryClient.ensureQueryData(shownFavorites(context, known(browse, facets)));
}

/** One's favorites as the address says, with their facets. */
export function useFavorites(search: BrowseSearch) {
  const site = useSite();
  const read = readBrowse(search);
  const facets = useQuery({
    ...site.trpc.favorites.facets.queryOptions(filterOf(read.browse)),
    placeholderData: keepPreviousData,
  });
  // Facets of the list before know nothing of a name that is new in this one.
  const browse = facets.data && !facets.isPlaceholderData ? known(read.browse, facets.data) : read.browse;
  const list = useQuery({ ...shownFavorites(site, browse), placeholderData: keepPreviousData });
  const kept = useQuery(keptOptions(site)).data?.ids;
  const unknown = read.browse.choices.filter((choice) => !browse.choices.includes(choice));
  return {
    browse,
    list,
    facets: facets.data && ownValues(facets.data, browse),
    /** Those that were let go a moment ago are not waited for. */
    movies: list.data?.items.filter(({ id }) => kept?.includes(id) ?? true) ?? [],
    keptInAll: kept?.length ?? 0,
    dropped: [
      ...read.dropped,
      ...unknown.map(({ kind, value }) => `${choiceKinds[kind].label} “${value}”`),
      ...(list.data?.lost ? ['place in the list'] : []),
    ],
  };
}

/** Of the whole catalog's genres, countries and decades, those of one's own films, and those that are chosen. */
function ownValues(facets: MovieFacets, { choices }: Browse): MovieFacets {
  const own = (kind: ChoiceKind, value: number, count: number) =>
    count > 0 || choices.some((choice) => choice.kind === kind && choice.value === value);
  return {
    ...facets,
    genres: facets.genres.filter(({ id, count }) => own('genre', id, count)),
    countries: facets.countries.filter(({ id, count }) => own('country', id, count)),
    decades: facets.decades.filter(({ decade, count }) => own('decade', decade, count)),
  };
}
