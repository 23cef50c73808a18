import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSite } from '../context.ts';

/** With what the keys of all lists of favorites begin. */
export const SHOWN = ['favorites shown'] as const;

/** To be called when somebody else is there. */
export const forgetFavorites = (queryClient: QueryClient) => queryClient.removeQueries({ queryKey: SHOWN });

/** To be called when films were kept or let go: what the lists say of them is no longer true. */
export function useRefreshFavorites(): () => Promise<void> {
  const { trpc } = useSite();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: SHOWN }),
      queryClient.invalidateQueries(trpc.favorites.facets.pathFilter()),
    ]);
  };
}
