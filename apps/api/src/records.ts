import { type ChangeAuthor, select, type Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import { deleteRows, type Entity, type Key, tableOf, updateRow } from '@cinematheque/db/repository';
import type { AnyFilter, Fields } from '@cinematheque/shared/filter';
import type { Total, Usage } from '@cinematheque/shared/resource';
import { sql } from 'kysely';
import { assertCurrent, changeIdOf } from './conflict.ts';
import type { Viewer } from './context.ts';
import { AppError } from './errors.ts';
import { filterSql, type Operand } from './filter.ts';
import { instant, type Json } from './json.ts';
import {
  countAll,
  countUpTo,
  type From,
  matches,
  type Page,
  readPage,
  type SortKey,
  sortBy,
} from './page.ts';

/** What reading and writing the records of one table needs to know. */
export interface RecordKind {
  entity: Entity;
  /** What one is called in messages: "film". */
  noun: string;
  /** The keys of a row that goes out; those that are the entity's properties are read by themselves. */
  keys: readonly string[];
  /** The JSON of the other keys, over alias t. */
  computed?: Record<string, Json>;
  /** The folded column that `q` is looked for in. */
  search: string;
  /** Joined to t where search or sorting needs it. */
  join?: Json;
  sort: Record<string, (descending: boolean) => SortKey>;
  /** The order without a `sort`, in its terms. */
  defaultSort: string[];
  /** What the list is filtered by. */
  fields: Fields;
  /** What is to be known of those fields that are more than a column or what is computed. */
  filters?: Record<string, Partial<Operand>>;
  /** Who may use such a record: queries of { record, id, label } for the ids in an int[] expression. */
  uses?: { by: string; query: (ids: Json) => Json }[];
}

/** The ui's changes are filed under whoever is signed in. */
export const byViewer = (viewer: Viewer, summary: string): ChangeAuthor => ({
  channel: viewer.token ? 'token' : 'ui',
  userId: viewer.id,
  summary,
});

export const tableOfKind = (db: Database, kind: Pick<RecordKind, 'entity'>) =>
  tableOf(db.orm.em, kind.entity);

/** Pairs of key and value for json_build_object. */
function rowPairs(db: Database, kind: RecordKind, keys: readonly string[]): Json {
  const { columns } = tableOfKind(db, kind);
  return sql.join(
    keys.map((key) => {
      const column = columns[key];
      const value = kind.computed?.[key] ?? (column?.endsWith('_at') ? instant('t', column) : undefined);
      if (!value && !column) throw new Error(`${kind.noun}: nothing gives ${key}`);
      return sql`${sql.lit(key)}, ${value ?? sql.ref(`t.${column}`)}`;
    }),
  );
}

/** What a field of a filter is in SQL. */
function operandOf(db: Database, kind: RecordKind, name: string): Operand {
  const column = tableOfKind(db, kind).columns[name];
  const own = column ? sql.ref(`t.${column}`) : undefined;
  const folded = own && kind.fields[name]?.kind === 'text' ? sql`fold(${own})` : own;
  const filter = kind.filters?.[name];
  const by = filter?.by ?? folded ?? kind.computed?.[name];
  if (!by) throw new Error(`${kind.noun}: nothing gives ${name}`);
  return { raw: own ?? by, ...filter, by };
}

/** What a list is asked for, besides its order. */
export interface ListFilter {
  q?: string | undefined;
  filter?: AnyFilter | undefined;
}

/** A kind's own rows, as `t`. */
export const fromOfKind = (db: Database, kind: RecordKind): From => ({
  table: tableOfKind(db, kind).table,
  alias: 't',
  join: kind.join,
});

/** The conditions of a list's rows. */
export const rowsOf = (db: Database, kind: RecordKind, { q, filter }: ListFilter): Json[] => [
  ...matches(kind.search, q),
  ...(filter ? [filterSql(filter, kind.fields, (name) => operandOf(db, kind, name))] : []),
];

/** The order of a list: what was asked for, then the key, so that it is total. */
export function orderOf(db: Database, kind: RecordKind, asked: string[] = []): [SortKey, ...SortKey[]] {
  const { columns, keys } = tableOfKind(db, kind);
  const parts = (asked.length ? asked : kind.defaultSort).flatMap((entry) => {
    const descending = entry.startsWith('-');
    const key = kind.sort[descending ? entry.slice(1) : entry];
    return key ? [key(descending)] : [];
  });
  const down = parts[0]?.descending ?? false;
  const [first, ...rest] = [...parts, ...keys.map((key) => sortBy.id(`t.${columns[key]}`, down))];
  if (!first) throw new Error(`${kind.noun}: no key`);
  return [first, ...rest];
}

export interface ListInput extends ListFilter {
  sort?: string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** One page of records, in the order asked for. */
export function listRecords<Row>(
  db: Database,
  kind: RecordKind,
  { sort, cursor, limit = 50, ...asked }: ListInput,
): Promise<Page<Row>> {
  return readPage<Row>(db, {
    ...fromOfKind(db, kind),
    where: rowsOf(db, kind, asked),
    sort: orderOf(db, kind, sort),
    row: sql`json_build_object(${rowPairs(db, kind, kind.keys)})`,
    limit,
    cursor,
  });
}

/** How many rows a list has: as a page tells it, or counted to the end. */
export function countRecords(
  db: Database,
  kind: RecordKind,
  { exact, ...asked }: ListFilter & { exact?: boolean | undefined },
): Promise<Total> {
  const count = exact ? countAll : countUpTo;
  return db.read(sql`select ${count(fromOfKind(db, kind), rowsOf(db, kind, asked))} as j`);
}

/** The one row with this key. */
export const whereKey = (db: Database, kind: RecordKind, key: Key): Json => {
  const { columns } = tableOfKind(db, kind);
  return sql.join(
    Object.entries(key).map(([name, value]) => sql`t.${sql.ref(columns[name] ?? name)} = ${value}`),
    sql` and `,
  );
};

/** One record with its `changeId`. NOT_FOUND when there is none. */
export async function readRecord<Row>(
  db: Database,
  kind: RecordKind,
  key: Key,
  keys: readonly string[] = kind.keys,
): Promise<Row> {
  const { table, keys: keyNames } = tableOfKind(db, kind);
  const found = await db.read<Row | null>(sql`select (select json_build_object(
      ${rowPairs(db, kind, keys)}, 'changeId', ${changeIdOf(table, keyNames)})
    from ${sql.table(table)} t where ${whereKey(db, kind, key)}) as j`);
  if (found === null) throw notFound(kind);
  return found;
}

export const notFound = (kind: Pick<RecordKind, 'noun'>) =>
  new AppError('NOT_FOUND', `There is no such ${kind.noun} (any more)`);

/** Locks a record for the rest of the transaction and refuses a save over a newer version. */
export async function lockRecord(
  tx: Transaction,
  kind: RecordKind,
  key: Key,
  baseChangeId: number | undefined,
): Promise<void> {
  const { table, columns } = tableOf(tx, kind.entity);
  const names = Object.keys(key);
  const rows = await tx.execute(
    `select 1 from ${table} where ${names.map((name) => `${columns[name]} = ?`).join(' and ')} for update`,
    Object.values(key),
  );
  if (!rows.length) throw notFound(kind);
  await assertCurrent(tx, table, key, baseChangeId);
}

/** Updates one record under its lock and returns its key, which an update of a join row can change. */
export async function saveRecord(
  tx: Transaction,
  kind: RecordKind,
  key: Key,
  data: Record<string, unknown>,
  baseChangeId: number | undefined,
): Promise<Key> {
  await lockRecord(tx, kind, key, baseChangeId);
  await updateRow(tx, kind.entity, key, data);
  return Object.fromEntries(Object.entries(key).map(([name, was]) => [name, Number(data[name] ?? was)]));
}

/** What reads who uses these records, by kind of user; those that nobody is of come with 0. */
const usageSql = (uses: NonNullable<RecordKind['uses']>, ids: number[]) =>
  sql<{ j: Usage[] }>`select json_build_array(${sql.join(
    uses.map(
      ({ by, query }) => sql`(select json_build_object('by', ${sql.lit(by)}, 'count', count(*), 'examples',
        coalesce((json_agg(json_build_object('id', u.id, 'label', u.label)) filter (where u.n <= 5)), '[]'))
      from (select q.*, row_number() over () as n from (${query(sql`${ids}::int[]`)}) q) u)`,
    ),
  )}) as j`;
const used = ({ count }: Usage) => count > 0;

/** Who uses these records, by kind of user. */
export async function usageOf(db: Database, kind: Pick<RecordKind, 'uses'>, ids: number[]): Promise<Usage[]> {
  if (!kind.uses?.length) return [];
  return (await db.read<Usage[]>(usageSql(kind.uses, ids))).filter(used);
}

/** Deletes records; IN_USE with the users when somebody uses one, and then nothing is deleted. */
export const removeRecords = (
  db: Database,
  kind: Pick<RecordKind, 'entity' | 'noun' | 'uses'>,
  keys: Key[],
  viewer: Viewer,
): Promise<number> =>
  db.change(byViewer(viewer, `Deleted ${keys.length} ${kind.noun}`), async (tx) => {
    await refuseUsed(
      tx,
      kind,
      keys.flatMap(({ id }) => (id === undefined ? [] : [id])),
    );
    return deleteRows(tx, kind.entity, keys);
  });

/** IN_USE with the users when somebody uses one of these records; else nobody can begin to until we are done. */
export async function refuseUsed(
  tx: Transaction,
  { entity, uses }: Pick<RecordKind, 'entity' | 'uses'>,
  ids: number[],
): Promise<void> {
  if (!uses?.length) return;
  const { table } = tableOf(tx, entity);
  // Locked before it is looked at: whoever is about to refer to one waits, and is told that it is gone.
  await select(tx, sql`select from ${sql.table(table)} where id = any(${ids}::int[]) order by id for update`);
  const [found] = await select(tx, usageSql(uses, ids));
  const usage = found?.j.filter(used) ?? [];
  if (!usage.length) return;
  const by = usage.map(({ count, by }) => `${by} (${count})`).join(', ');
  throw new AppError('IN_USE', `Still in use: ${by}`, { usage });
}
