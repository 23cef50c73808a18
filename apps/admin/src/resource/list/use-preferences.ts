import type { ListPreferences } from '@cinematheque/shared/lists';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

  const saving = useMutation({
    // One after the other, so that the last choice is what stays.
    scope: { id: `${list}-preferences` },
    mutationFn: ({ chosen }: { chosen: ListPreferences; before: ListPreferences | null | undefined }) =>
      trpc.admin.preferences.set.mutate({ list, value: chosen }),
    onError(_error, { before }) {
      queryClient.setQueryData(queryKey, before);
      announce('Your choice could not be kept. Try again.');
    },
  });

  /** Shown at once; taken back when it could not be kept. */
  function change(part: ListPreferences) {
    const before = queryClient.getQueryData<typeof data>(queryKey);
    const chosen = { ...before, ...part };
    queryClient.setQueryData(queryKey, chosen);
    saving.mutate({ chosen, before });
  }

  return { preferences: data ?? {}, isPending, change };
}
