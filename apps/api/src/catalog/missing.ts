import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';

const nouns = {
  movies: 'film',
  persons: 'person',
  directors: 'director',
  genres: 'genre',
  countries: 'country',
  characters: 'character',
} as const;

/**
 * What a page's read answers when the id is nobody's: NOT_FOUND, with `movedTo` when the record was merged into
 * another (and that, perhaps, into a third), so that the site can send its visitors there for good.
 */
export async function missing(db: Database, entity: keyof typeof nouns, id: number): Promise<AppError> {
  const movedTo = await db.read<number | null>(sql`
    with recursive moved (id, steps) as (
      select ${id}::int, 0
      union all select r.to_id, steps + 1 from moved join redirects r on r.entity = ${entity} and r.from_id = moved.id
      where steps < 20)
    select (select id from moved where steps > 0 order by steps desc limit 1) as j`);
  return movedTo === null
    ? new AppError('NOT_FOUND', `There is no such ${nouns[entity]}`)
    : new AppError('NOT_FOUND', `This ${nouns[entity]} is one with another now`, { movedTo });
}
