import { sql } from 'kysely';
import type { Database } from '../open.ts';
import { readColumns, readIndexes } from './schema.ts';

/** A row by column; each value is the text of its JSON, so that two rows are equal only to the byte. */
export type Row = Record<string, string>;

/** Every row of every logged table, named by table and key. */
export type State = Map<string, Row>;

interface LoggedTable {
  table: string;
  keys: string[];
  /** Columns that the log leaves out, because they are computed or secret. */
  hidden: string[];
}

interface Entry {
  table: string;
  operation: 'insert' | 'update' | 'delete';
  rows: Row[];
}

const asTexts = (json: string) =>
  sql`(select jsonb_object_agg(key, value::text) from jsonb_each(${sql.raw(json)}))`;

/** Rebuilds earlier states of a database from its present and its change log. */
export async function openHistory(db: Database) {
  const tables = await loggedTables(db);
  const nameOf = (table: string, row: Row) =>
    [table, ...(tables.find((t) => t.table === table)?.keys ?? []).map((key) => row[key])].join(' ');

  const everyRow = sql.join(
    tables.map(({ table, hidden }) => {
      const row = asTexts(`to_jsonb(t) - '{${hidden}}'::text[]`);
      return sql`select jsonb_build_array(${sql.lit(table)}, ${row}) from ${sql.table(table)} t`;
    }),
    sql` union all `,
  );

  return {
    /** The newest entry of the log. */
    lastEntry: () => db.read<number>(sql`select coalesce(max(id), 0)::int as j from change_entries`),

    async present(): Promise<State> {
      const rows = await db.read<[string, Row][]>(
        sql`select coalesce(jsonb_agg(r), '[]') as j from (${everyRow}) _ (r)`,
      );
      return new Map(rows.map(([table, row]) => [nameOf(table, row), row]));
    },

    /** The state as it was when `entry` was the newest. */
    async walkBack(present: State, entry: number): Promise<State> {
      const state = new Map(present);
      const later = await db.read<Entry[]>(sql`
        select coalesce(jsonb_agg(jsonb_build_object('table', table_name, 'operation', operation,
          'rows', (select jsonb_agg(${asTexts('r')}) from jsonb_array_elements(rows) r)) order by id desc), '[]') as j
        from change_entries where id > ${entry}`);
      for (const { table, operation, rows } of later) {
        for (const row of rows) {
          const name = nameOf(table, row);
          if (operation === 'insert') state.delete(name);
          else if (operation === 'delete') state.set(name, row);
          else state.set(name, { ...state.get(name), ...row });
        }
      }
      return state;
    },
  };
}

/** The tables that have the log's trigger. */
export async function loggedTables(db: Database): Promise<LoggedTable[]> {
  const [columns, indexes] = [await readColumns(db), await readIndexes(db)];
  const tables = await db.read<string[]>(sql`
    select jsonb_agg(tgrelid::regclass::text order by tgrelid) as j from pg_trigger where tgname = 'log_insert'`);
  return tables.map((table) => ({
    table,
    keys: indexes.find((i) => i.table === table && i.primary)?.columns.filter((c) => c !== null) ?? [],
    hidden: columns
      .filter((c) => c.table === table && (c.generated || c.column === 'password_hash'))
      .map(({ column }) => column),
  }));
}
