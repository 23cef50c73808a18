import { sql } from 'kysely';
import type { Database } from '../open.ts';

/** The logged tables with the columns of their keys. */
export const logged = {
  files: ['id'],
  users: ['id'],
  countries: ['id'],
  genres: ['id'],
  persons: ['id'],
  directors: ['id'],
  movies: ['id'],
  movie_genres: ['movie_id', 'genre_id'],
  movie_persons: ['movie_id', 'person_id'],
  characters: ['id'],
  favorite_movies: ['user_id', 'movie_id'],
} as const;

type Table = keyof typeof logged;
type Row = Record<string, unknown>;

/** All rows of all logged tables by table and key, as JSON, but for what the log never holds. */
export type State = Map<string, string>;

const tables = Object.keys(logged).filter((name): name is Table => name in logged);
const keyOf = (table: Table, row: Row) => `${table} ${logged[table].map((column) => row[column]).join(' ')}`;
const text = (row: Row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The present, without computed columns and password hashes. */
export async function present(db: Database): Promise<State> {
  const state: State = new Map();
  for (const table of tables) {
    const rows = await db.read<Row[]>(sql`select (select coalesce(json_agg(to_jsonb(t) - array(
        select attname::text from pg_attribute where attrelid = ${table}::regclass and attgenerated <> '')
        - 'password_hash'), '[]') from ${sql.table(table)} t) as j`);
    for (const row of rows) state.set(keyOf(table, row), text(row));
  }
  return state;
}

interface Entry {
  table_name: Table;
  operation: 'insert' | 'update' | 'delete';
  rows: Row[];
}

/** Walks a state back over everything that was recorded after an entry of the log. */
export async function walkBack(db: Database, state: State, afterEntry: number): Promise<State> {
  const entries = await db.read<Entry[]>(sql`select (select coalesce(json_agg(e order by e.id desc), '[]')
    from change_entries e where e.id > ${afterEntry}) as j`);
  const past = new Map(state);
  for (const { table_name, operation, rows } of entries) {
    for (const row of rows) {
      const key = keyOf(table_name, row);
      if (operation === 'insert') past.delete(key);
      else if (operation === 'delete') past.set(key, text(row));
      else past.set(key, text({ ...Object.fromEntries(JSON.parse(past.get(key) ?? '[]')), ...row }));
    }
  }
  return past;
}

/** The newest entry of the log. */
export const lastEntry = (db: Database): Promise<number> =>
  db.read<number>(sql`select (select coalesce(max(id), 0)::int from change_entries) as j`);
