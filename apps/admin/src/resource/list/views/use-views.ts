import type { SavedView } from '@cinematheque/shared/lists';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../../trpc.ts';
import type { ResourceName } from '../../api.ts';
import { type ListSearch, stateOf } from '../list-search.ts';

export const viewsKey = (list: ResourceName) => [list, 'views'];

/** The saved views of a list: everybody's, and one's own. */
export const useViews = (list: ResourceName) =>
  useQuery({
    queryKey: viewsKey(list),
    queryFn: async (): Promise<SavedView[]> => (await trpc.admin.views.list.query({ list })).items,
    staleTime: 60_000,
  });

/** The state that an address means, a saved view read. Not ready while that view is on its way. */
export function useViewState(list: ResourceName, search: ListSearch) {
  const { data, isPending } = useViews(list);
  const view = data?.find(({ id }) => String(id) === search.view);
  return { state: stateOf(search, view?.search), ready: !search.view || !isPending };
}
