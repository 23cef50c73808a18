import { errorOf } from '@cinematheque/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useChangeViewer, useViewer } from '../account/viewer.ts';
import { type SiteContext, useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';

/** The ids of the films that the visitor keeps. */
export const keptOptions = ({ trpc }: Pick<SiteContext, 'trpc'>) => trpc.favorites.ids.queryOptions();

/** Whether the visitor keeps a film, and how to change that: shown at once, taken back if the server refuses. */
export function useKept(movie: { id: number; title: string }) {
  const { client, trpc } = useSite();
  const viewer = useViewer();
  const queryClient = useQueryClient();
  const changeViewer = useChangeViewer();
  const { queryKey, ...options } = keptOptions({ trpc });
  const { data } = useQuery({ ...options, queryKey, enabled: viewer !== null });
  const kept = data?.ids.includes(movie.id) ?? false;

  const set = (keep: boolean) =>
    queryClient.setQueryData(queryKey, (before) => {
      const others = before?.ids.filter((id) => id !== movie.id) ?? [];
      return { ids: keep ? [movie.id, ...others] : others };
    });

  const change = useMutation({
    // One after the other for each film, so that the last press is what stays.
    scope: { id: `keep-${movie.id}` },
    mutationFn: (keep: boolean) =>
      keep
        ? client.favorites.add.mutate({ movieId: movie.id })
        : client.favorites.remove.mutate({ movieId: movie.id }),
    async onMutate(keep) {
      const cancelled = queryClient.cancelQueries({ queryKey }, { revert: false });
      // At once: the next press reads it.
      set(keep);
      await cancelled;
    },
    async onError(thrown, keep) {
      const error = errorOf(thrown);
      set(!keep);
      showMessage(
        error.code === 'UNAUTHORIZED'
          ? 'You have been signed out. Sign in again to keep films.'
          : `“${movie.title}” could not be ${keep ? 'kept' : 'let go'}: ${error.message}`,
      );
      if (error.code === 'UNAUTHORIZED') await changeViewer(null);
    },
    onSuccess: () => queryClient.invalidateQueries(trpc.favorites.list.pathFilter()),
  });

  return { viewer, kept, toggle: () => change.mutate(!kept) };
}
