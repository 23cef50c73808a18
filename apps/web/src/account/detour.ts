import type { Me } from '@cinematheque/shared/user';
import { redirect } from '@tanstack/react-router';
import { textIn } from '../search-params.ts';
import { nextPath } from './next-path.ts';

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
