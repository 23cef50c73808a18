import { errorOf } from '@cinematheque/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useChangeViewer, useViewer } from '../account/viewer.ts';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { keptOptions } from './kept-options.ts';
import { useRefreshFavorites } from './refresh-favorites.ts';

/** Whether the visitor keeps a film, and how to change that: shown at once, taken back if the server refuses. */
export function useKept(movie: { id: number; title: string }) {
  const { client, trpc } = useSite();
  const viewer = useViewer();
  const queryClient = useQueryClient();
  const changeViewer = useChangeViewer();
  const refresh = useRefreshFavorites();
  const { queryKey, ...options } = keptOptions({ trpc });
  const { data } = useQuery({ ...options, queryKey, enabled: viewer !== null });
  const kept = data?.ids.includes(movie.id) ?? false;

  function set(keep: boolean) {
    const ids = queryClient.getQueryData(queryKey)?.ids ?? [];
    if (ids.includes(movie.id) === keep) return;
    const others = ids.filter((id) => id !== movie.id);
    queryClient.setQueryData(queryKey, { ids: keep ? [movie.id, ...others] : others });
    // Whoever keeps it is one of those by whom it is kept.
    queryClient.setQueryData(trpc.movies.get.queryKey({ id: movie.id }), (before) => {
      if (!before) return before;
      const favorites = Math.max(0, before.item.favorites + (keep ? 1 : -1));
      return { item: { ...before.item, favorites } };
    });
  }

  // What the server has, as far as it has said so.
  const certain = useRef(kept);
  const mutationKey = ['keep', movie.id];
  const change = useMutation({
    mutationKey,
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
      showMessage(
        error.code === 'UNAUTHORIZED'
          ? 'You have been signed out. Sign in again to keep films.'
          : `“${movie.title}” could not be ${keep ? 'kept' : 'let go'}: ${error.message}`,
      );
      if (error.code === 'UNAUTHORIZED') {
        set(certain.current);
        return changeViewer(null);
      }
      // A press after this one is still to come, and decides.
      if (queryClient.isMutating({ mutationKey }) <= 1) set(certain.current);
    },
    async onSuccess(_, keep) {
      certain.current = keep;
      await refresh();
    },
  });

  function toggle() {
    if (!queryClient.isMutating({ mutationKey })) certain.current = kept;
    change.mutate(!kept);
  }
  return { viewer, kept, toggle };
}
