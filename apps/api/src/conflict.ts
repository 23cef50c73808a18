import type { Transaction } from '@cinematheque/db/change';
import type { Key } from '@cinematheque/db/repository';
import { sql } from 'kysely';
import { AppError } from './errors.ts';
import type { Json } from './json.ts';

/** Tables whose rows belong to a film: a change there is a new version of the film. */
const ofMovies = "('movie_genres', 'movie_persons', 'characters')";

/** Which entries of the change log are a record's, as a condition with two placeholders for the record's number. */
const entriesOf = (table: string, key: Key): { where: string; record: number } => {
  if ('id' in key) {
    const own = `(e.table_name = '${table}' and e.record_ids @> array[?::int])`;
    const owned = `(e.table_name in ${ofMovies} and e.movie_ids @> array[?::int])`;
    return {
      where: table === 'movies' ? `(${own} or ${owned})` : `(${own} and ?::int is not null)`,
      record: key.id ?? 0,
    };
  }
  // A row of a join table has the version of its film's rows there.
  return {
    where: `(e.table_name = '${table}' and e.movie_ids @> array[?::int] and ?::int is not null)`,
    record: key.movieId ?? 0,
  };
};

/** The input's field that a column, or a table of the film's own, belongs to. */
const fieldOf = (name: string) =>
  parts[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const parts: Record<string, string> = { movie_genres: 'genreIds', movie_persons: 'cast', characters: 'cast' };

/** The version of the record under alias t: its last change. 0 when it is older than the log. */
export function changeIdOf(table: string, keys: string[]): Json {
  const record = keys.includes('id') ? sql`t.id` : sql`t.movie_id`;
  const own = keys.includes('id')
    ? sql`e.record_ids @> array[${record}]`
    : sql`e.movie_ids @> array[${record}]`;
  const owned =
    table === 'movies'
      ? sql`or (e.table_name in ${sql.raw(ofMovies)} and e.movie_ids @> array[${record}])`
      : sql``;
  return sql`(select coalesce(max(e.change_id), 0) from change_entries e
    where (e.table_name = ${sql.lit(table)} and ${own}) ${owned})`;
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
  const { where, record } = entriesOf(table, key);
  const since = await tx.execute<{ id: string; at: string; user: string | null; fields: string[] }[]>(
    `select c.id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, u.username as user,
       array(select distinct case when e.table_name = ? then k.field else e.table_name end
         from change_entries e, jsonb_array_elements(e.rows) r, jsonb_object_keys(r) k(field)
         where e.change_id = c.id and ${where} and k.field not in ('id', 'updated_at')) as fields
     from changes c left join users u on u.id = c.user_id
     where c.id > ? and exists (select from change_entries e where e.change_id = c.id and ${where})
     order by c.id`,
    [table, record, record, baseChangeId, record, record],
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
