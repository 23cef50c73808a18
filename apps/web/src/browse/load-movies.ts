import { errorOf } from '@cinematheque/client';
import type { MovieListInput } from '@cinematheque/shared/movie';
import type { SiteContext } from '../context.ts';

/** What the notice calls a place in the list that does not exist (any more). */
const LOST_PLACE = 'the place in the list';

/** Loads a page of films. A cursor of another list gives the first page instead, and is named as dropped. */
export async function loadMovies(
  { queryClient, trpc }: SiteContext,
  input: MovieListInput,
): Promise<{ input: MovieListInput; dropped: string[] }> {
  try {
    await queryClient.ensureQueryData(trpc.movies.list.queryOptions(input));
    return { input, dropped: [] };
  } catch (error) {
    if (!errorOf(error).fields.cursor) throw error;
    const first = { ...input, cursor: undefined };
    await queryClient.ensureQueryData(trpc.movies.list.queryOptions(first));
    return { input: first, dropped: [LOST_PLACE] };
  }
}
