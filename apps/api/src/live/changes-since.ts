import type { Database } from '@cinematheque/db/open';
import type { LiveChange } from '@cinematheque/shared/live';
import { sql } from 'kysely';
import { array, instant } from '../json.ts';

/** Most changes that are told one by one; whoever is further behind reads anew. */
export const MOST_CHANGES = 200;

/** Most ids that are told of one table. */
const MOST_IDS = 500;

const ids = (column: string) =>
  sql`coalesce((select json_agg(x.id) from (select distinct i as id from unnest(${sql.ref(column)}) i
    order by i limit ${sql.lit(MOST_IDS)}) x), '[]'::json)`;

/** The changes of the catalog since a revision, in the order of commits, and the revision that it is at. */
export function changesSince(
  db: Database,
  revision: number,
): Promise<{ revision: number; changes: LiveChange[] }> {
  return db.read(sql`select json_build_object(
    'revision', (select revision from catalog_revision),
    'changes', ${array(sql`select json_build_object('revision', k.revision, 'changeId', c.id, 'at', ${instant('c', 'at')},
        'userId', c.user_id, 'user', (select u.username from users u where u.id = c.user_id),
        'records', ${array(sql`select json_build_object('table', e.table_name, 'operation', e.operation,
            'count', jsonb_array_length(e.rows), 'ids', ${ids('e.record_ids')}, 'movieIds', ${ids('e.movie_ids')}) as j
          from change_entries e where e.change_id = c.id order by e.id limit ${sql.lit(MOST_CHANGES)}`)}) as j
      from catalog_commits k join changes c on c.id = k.change_id
      where k.revision > ${revision} order by k.revision limit ${sql.lit(MOST_CHANGES + 1)}`)}) as j`);
}
