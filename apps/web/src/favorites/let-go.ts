import { errorOf } from '@cinematheque/client';
import type { LetGo } from '@cinematheque/shared/favorite';
import { useQueryClient } from '@tanstack/react-query';
import { useSite } from '../context.ts';
import { countOf } from '../format.ts';
import { showMessage } from '../layout/messages.ts';
import { keptOptions } from './kept-options.ts';
import { useRefreshFavorites } from './refresh-favorites.ts';

interface Film {
  id: number;
  title: string;
}

/** Lets films go from the page of favorites: gone at once, and back again with Undo. */
export function useLetGo(): (films: readonly Film[]) => Promise<void> {
  const { client, trpc } = useSite();
  const queryClient = useQueryClient();
  const { queryKey } = keptOptions({ trpc });

  const mark = (movieIds: number[], keep: boolean) =>
    queryClient.setQueryData(queryKey, (before) => {
      const others = before?.ids.filter((id) => !movieIds.includes(id)) ?? [];
      return { ids: keep ? [...movieIds, ...others] : others };
    });
  const refresh = useRefreshFavorites();

  async function restore(films: LetGo[]) {
    mark(
      films.map(({ movieId }) => movieId),
      true,
    );
    try {
      await client.favorites.restore.mutate({ films });
    } catch (error) {
      mark(
        films.map(({ movieId }) => movieId),
        false,
      );
      showMessage(`Nothing came back: ${errorOf(error).message}`);
    }
    await refresh();
  }

  return async (films) => {
    const movieIds = films.map(({ id }) => id);
    const [first] = films;
    const what = films.length === 1 ? `“${first?.title}”` : countOf(films.length, 'film');
    await queryClient.cancelQueries({ queryKey });
    mark(movieIds, false);
    try {
      const { removed } = await client.favorites.removeMany.mutate({ movieIds });
      showMessage(`${what} let go.`, { label: 'Undo', run: () => void restore(removed) });
    } catch (error) {
      mark(movieIds, true);
      showMessage(`${what} could not be let go: ${errorOf(error).message}`);
    }
    await refresh();
  };
}
