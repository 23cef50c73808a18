import type { Me } from '@cinematheque/shared/user';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type SiteContext, useSite } from '../context.ts';
import { forgetFavorites } from '../favorites/refresh-favorites.ts';

/** Who is signed in. */
export const viewerOptions = ({ trpc }: Pick<SiteContext, 'trpc'>) => trpc.account.me.queryOptions();

/** The visitor, or null while nobody is signed in. */
export function useViewer() {
  const { data } = useSuspenseQuery(viewerOptions(useSite()));
  return data.user;
}

/** To be called when somebody has signed in or out: nothing of the one before stays. */
export function useChangeViewer() {
  const { trpc } = useSite();
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (user: Me | null) => {
    queryClient.setQueryData(viewerOptions({ trpc }).queryKey, { user });
    queryClient.removeQueries(trpc.favorites.pathFilter());
    queryClient.removeQueries(trpc.account.sessions.pathFilter());
    forgetFavorites(queryClient);
    await router.invalidate();
  };
}

/** To be called when the same person has another name, address or picture. */
export function useShowViewer() {
  const { trpc } = useSite();
  const queryClient = useQueryClient();
  return (user: Me) => queryClient.setQueryData(viewerOptions({ trpc }).queryKey, { user });
}
