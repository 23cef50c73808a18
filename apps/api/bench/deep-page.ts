import { movieCard } from '@cinematheque/shared/movie-card';
import { MAX_PAGE, page } from '@cinematheque/shared/resource';
import { z } from 'zod';
import { query } from './workload.ts';

const answer = z.object({ result: z.object({ data: page(movieCard) }) });

/** Pages down to this row, and gives the cursor behind it and the film there. */
export async function pageBehind(row: number, server: string, filter: object) {
  let cursor: string | null = null;
  let seen = 0;
  while (true) {
    const limit = Math.min(MAX_PAGE, row - seen);
    const response = await fetch(
      `${server}${query('movies.list', { ...filter, limit, cursor: cursor ?? undefined })}`,
    );
    const { items, nextCursor } = answer.parse(await response.json()).result.data;
    const last = items.at(-1);
    if (!last || !nextCursor) throw new Error(`The filter holds fewer than ${row} films`);
    cursor = nextCursor;
    seen += items.length;
    if (seen >= row) return { cursor, id: last.id, releaseDate: last.releaseDate };
  }
}
