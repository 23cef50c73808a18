import { select, type Transaction } from '@cinematheque/db/change';
import type { Key } from '@cinematheque/db/repository';
import { sql } from 'kysely';
import { AppError } from './errors.ts';
import { instant, type Json } from './json.ts';

/**
 * Which entries e of the change log are a record's. A film's include its genres and cast; a row of a join table has
 * those of its film in that table.
 */
function entriesOf(table: string, by: 'id' | 'movieId', record: Json): Json {
  const ids = sql`array[${record}]::int[]`;
  const own = sql`e.table_name = ${sql.lit(table)} and e.${sql.ref(by === 'id' ? 'record_ids' : 'movie_ids')} @> ${ids}`;
  if (table !== 'movies') return own;
  const parts = sql`e.table_name in ('movie_genres', 'movie_persons', 'characters') and e.movie_ids @> ${ids}`;
  return sql`((${own}) or (${parts}))`;
}

/** The version of the record under alias t: its last change. 0 when it is older than the log. */
export function changeIdOf(table: string, keys: string[]): Json {
  const entries = keys.includes('id')
    ? entriesOf(table, 'id', sql`t.id`)
    : entriesOf(table, 'movieId', sql`t.movie_id`);
  // "+ 0", or PostgreSQL would walk the whole log back to the record's last change instead of looking it up.
  return sql`(select coalesce(max(e.change_id + 0), 0) from change_entries e where ${entries})`;
}

/**
 * Refuses a save that was made over an older version than the newest, telling who changed what since. Call it with
 * the record locked; without a base it allows everything.
 */
export async function assertCurrent(
  tx: Transaction,
  table: string,
  key: Key,
  baseChangeId: number | undefined,
): Promise<void> {
  if (baseChangeId === undefined) return;
  const entries =
    key.id === undefined
      ? entriesOf(table, 'movieId', sql`${key.movieId}`)
      : entriesOf(table, 'id', sql`${key.id}`);
  const since = await select(
    tx,
    sql<{ id: string; at: string; user: string | null; fields: string[] }>`
      select c.id, ${instant('c', 'at')} as at, u.username as user,
        array(select distinct case when e.table_name = ${table} then k.field else e.table_name end
          from change_entries e, jsonb_array_elements(e.rows) r, jsonb_object_keys(r) k(field)
          where e.change_id = c.id and ${entries} and k.field not in ('id', 'updated_at')) as fields
      from changes c left join users u on u.id = c.user_id
      where c.id in (select e.change_id from change_entries e where ${entries} and e.change_id > ${baseChangeId})
      order by c.id`,
  );
  const newest = since.at(-1);
  if (!newest) return;
  const changes = since.map(({ at, user, fields }) => ({
    at,
    user,
    fields: [...new Set(fields.map(fieldOf))],
  }));
  throw new AppError('CONFLICT', `${newest.user ?? 'Somebody'} changed this in the meantime`, {
    conflict: { changeId: Number(newest.id), changes },
  });
}

/** The input's field that a column, or a table of the film's own, belongs to. */
const fieldOf = (name: string) =>
  parts[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const parts: Record<string, string> = { movie_genres: 'genreIds', movie_persons: 'cast', characters: 'cast' };
