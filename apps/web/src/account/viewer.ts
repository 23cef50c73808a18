import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type SiteContext, useSite } from '../context.ts';

/** Who is signed in. */
export const viewerOptions = ({ trpc }: Pick<SiteContext, 'trpc'>) => trpc.account.me.queryOptions();

/** The visitor, or null while nobody is signed in. */
export function useViewer() {
  const { data } = useSuspenseQuery(viewerOptions(useSite()));
  return data.user;
}

/** To be called when somebody has signed in or out: nothing of the one before may stay. */
export function useForgetViewer() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async () => {
    queryClient.clear();
    await router.invalidate();
  };
}
