import type { ListPreferences } from '@cinematheque/shared/lists';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { announce } from '../../announce.tsx';
import { trpc } from '../../trpc.ts';
import type { ResourceName } from '../api.ts';

/** How whoever is signed in likes this list; kept in the database, so it is the same on every machine. */
export function usePreferences(list: ResourceName) {
  const queryClient = useQueryClient();
  const queryKey = [list, 'preferences'];
  const { data, isPending } = useQuery({
    queryKey,
    queryFn: async () => (await trpc.admin.preferences.get.query({ list })).value,
    staleTime: Number.POSITIVE_INFINITY,
  });

  /** Shown at once; taken back when it could not be kept. */
  async function set(value: ListPreferences) {
    const before = queryClient.getQueryData(queryKey);
    queryClient.setQueryData(queryKey, value);
    try {
      await trpc.admin.preferences.set.mutate({ list, value });
    } catch {
      queryClient.setQueryData(queryKey, before);
      announce('Your choice could not be kept. Try again.');
    }
  }

  const preferences = data ?? {};
  return {
    preferences,
    isPending,
    change: (part: ListPreferences) => set({ ...preferences, ...part }),
  };
}
