import { errorOf } from '@cinematheque/client';
import { idOf } from '@cinematheque/shared/slug';
import type { Me } from '@cinematheque/shared/user';
import { useRouter } from '@tanstack/react-router';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import type { Detour } from './detour.ts';
import { nextPath } from './next-path.ts';
import { useChangeViewer } from './viewer.ts';

/** Ends a detour: the film is kept, and one is back where one was. */
export function useEndDetour({ next, keep }: Detour): (user: Me) => Promise<void> {
  const { client } = useSite();
  const changeViewer = useChangeViewer();
  const router = useRouter();
  return async (user) => {
    const movieId = keep === undefined ? null : idOf(keep);
    if (movieId !== null) {
      try {
        await client.favorites.add.mutate({ movieId });
      } catch (error) {
        showMessage(`You are signed in, but the film could not be kept: ${errorOf(error).message}`);
      }
    }
    await router.navigate({ href: nextPath(next), replace: true });
    await changeViewer(user);
  };
}
