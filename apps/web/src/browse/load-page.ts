import { errorOf } from '@cinematheque/client';

/** What the notice calls a place in the list that does not exist (any more). */
const LOST_PLACE = 'place in the list';

/** Loads a page of a list. A cursor of another list gives the first page instead, and is named as dropped. */
export async function loadPage<Input extends { cursor?: string }>(
  input: Input,
  read: (input: Input) => Promise<unknown>,
): Promise<{ input: Input; dropped: string[] }> {
  try {
    await read(input);
    return { input, dropped: [] };
  } catch (error) {
    if (!errorOf(error).fields.cursor) throw error;
    const first = { ...input, cursor: undefined };
    await read(first);
    return { input: first, dropped: [LOST_PLACE] };
  }
}
