import { errorOf } from '@cinematheque/client';
import { idOf } from '@cinematheque/shared/slug';
import type { Me } from '@cinematheque/shared/user';
import { redirect, useRouter } from '@tanstack/react-router';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { textIn } from '../search-params.ts';
import { nextPath } from './next-path.ts';
import { useChangeViewer } from './viewer.ts';

/** What brought somebody to sign in: where he was, and the film that he wanted to keep. */
export interface Detour {
  next?: string;
  keep?: string;
}

/** Reads a detour from an address. */
export function detourSearch(raw: Record<string, unknown>): Detour {
  const detour: Detour = {};
  for (const key of Object.keys(raw)) {
    const value = textIn(raw[key]);
    if (value && (key === 'next' || key === 'keep')) detour[key] = value;
  }
  return detour;
}

/** Whoever is signed in already goes on to where he wanted. */
export function skipWhenSignedIn({
  context,
  search,
}: {
  context: { viewer: Me | null };
  search: Detour;
}): void {
  if (context.viewer) throw redirect({ href: nextPath(search.next), replace: true });
}

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
