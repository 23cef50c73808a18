import { createHash } from 'node:crypto';
import type { Database } from '@cinematheque/db/open';
import type { Total } from '@cinematheque/shared/resource';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { invalid } from './errors.ts';
import type { Json } from './json.ts';
import { inRound, sampleOf, weightIn } from './sample.ts';

type Sql = RawBuilder<unknown>;

/** One thing to sort by: an expression that is never null, its PostgreSQL type, and the direction. */
export interface SortKey {
  by: Sql;
  /** What cursors know it by. */
  name: string;
  type: keyof typeof keyValue;
  descending?: boolean;
}

/** What is sorted by, with a missing value last in both directions. The indexes hold exactly these expressions. */
export const sortBy = {
  text: (name: string, descending = false): SortKey => ({
    by: sql.ref(name),
    name,
    type: 'text',
    descending,
  }),
  id: (name: string, descending = false): SortKey => ({ by: sql.ref(name), name, type: 'int', descending }),
  instant: (name: string, descending = false): SortKey => ({
    by: sql.ref(name),
    name,
    type: 'timestamptz',
    descending,
  }),
  int: (name: string, descending = false): SortKey => ({
    by: sql`coalesce(${sql.ref(name)}, ${sql.lit(descending ? -2147483648 : 2147483647)})`,
    name,
    type: 'int',
    descending,
  }),
  date: (name: string, descending = false): SortKey => ({
    by: sql`coalesce(${sql.ref(name)}, ${sql.lit(descending ? '-infinity' : 'infinity')}::date)`,
    name,
    type: 'date',
    descending,
  }),
};

/** Rows are counted exactly up to here; beyond, the answer says that it is an estimate. */
export const COUNT_CAP = 10_000;

/** The rows that are listed. */
export interface From {
  /** The table, whose columns conditions, `sort` and `row` see under `alias`. */
  table: string;
  alias: string;
  /** Joined to the table where a filter or sort key needs it. */
  join?: Sql | undefined;
}

export interface PageQuery extends From {
  where: Sql[];
  /** In total order: the last key is unique. */
  sort: [SortKey, ...SortKey[]];
  /** The JSON of one row. */
  row: Json;
  limit: number;
  cursor: string | undefined;
  /** Joined for the order alone: every row has exactly one there, so rows are counted without it. */
  sortJoin?: Sql | undefined;
}

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: Total;
}

/** The where clause of some conditions. */
export const and = (conditions: Sql[]): Sql =>
  conditions.length ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

/** The keys of an order, each with its direction. */
export const orderBy = (expressions: Sql[], sort: SortKey[]): Sql =>
  sql.join(expressions.map((key, index) => (sort[index]?.descending ? sql`${key} desc` : key)));

/** One page by keyset, its cursor and the total, in one statement. The rows are unknown until a zod row parsed them. */
export async function readPage<Row>(db: Database, query: PageQuery): Promise<Page<Row>> {
  const { alias, where, sort, row, limit, cursor, sortJoin = sql`` } = query;
  const signature = signatureOf(query);
  const keys = sort.map((_, index) => sql.ref(`k${index}`));
  const after =
    cursor === undefined ? [] : [beyond(sort, typedKey(sort, readCursor(cursor, signature, sort)))];
  const from = fromOf(query);
  const expressions = sort.map((key) => key.by);
  // Written into the statement: with an unknown limit PostgreSQL would plan the page anew each time.
  const rowsAndOne = sql.lit(limit + 1);
  const { rows, total } = await db.read<{ rows: { row: Row; key: unknown[] }[]; total: Total }>(sql`
    select json_build_object(
      'rows', (select coalesce(json_agg(json_build_object('row', ${row}, 'key', json_build_array(${sql.join(keys)}))
          order by ${orderBy(keys, sort)}), '[]')
        from (select ${sql.ref(alias)}.*, ${sql.join(sort.map((key, index) => sql`${key.by} as ${keys[index]}`))}
          ${from} ${sortJoin} ${and([...where, ...after])}
          order by ${orderBy(expressions, sort)} limit ${rowsAndOne}) ${sql.ref(alias)}),
      'total', ${countUpTo(query, where)}) as j`);
  const more = rows.length > limit;
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map((entry) => entry.row),
    nextCursor: more && last ? writeCursor(signature, last.key) : null,
    total,
  };
}

/** The from clause of a list. */
export const fromOf = ({ table, alias, join = sql`` }: From): Sql =>
  sql`from ${sql.table(table)} ${sql.ref(alias)} ${join}`;

/** { value, exact }: beyond the cap the planner's idea of the table, or of a filtered list what a sample says. */
export function countUpTo(from: From, where: Sql[]): Json {
  const { table, alias, join = sql`` } = from;
  const standFor = sql`greatest(count(*), 1) * ${weightIn(table)}`;
  const estimate = where.length
    ? sql`(select ${inRound(standFor)} from ${sampleOf(table, alias)} ${join} ${and(where)})`
    : sql`(select reltuples from pg_class where oid = ${table}::regclass)`;
  const cap = sql.lit(COUNT_CAP);
  return sql`(select json_build_object('exact', count(*) <= ${cap}, 'value',
      case when count(*) <= ${cap} then count(*) else greatest(${cap}, ${estimate}::bigint) end)
    from (select 1 ${fromOf(from)} ${and(where)} limit ${sql.lit(COUNT_CAP + 1)}) counted)`;
}

/** The cursor of a list from which it goes on with the rows that are not before this key. */
export const cursorFrom = (list: Pick<PageQuery, 'table' | 'sort'>, key: (string | number)[]): string =>
  writeCursor(signatureOf(list), key);

/** { value, exact }, counted to the end. */
export const countAll = (from: From, where: Sql[]): Json =>
  sql`(select json_build_object('exact', true, 'value', count(*)) ${fromOf(from)} ${and(where)})`;

/** A cursor belongs to its table and order; with another's it is refused instead of giving a wrong page. */
function signatureOf({ table, sort }: Pick<PageQuery, 'table' | 'sort'>): string {
  const order = sort.map(({ name, type, descending }) => [name, type, descending]);
  return createHash('sha1')
    .update(JSON.stringify([table, order]))
    .digest('base64url')
    .slice(0, 8);
}

const keyValue = {
  text: z.string().refine((value) => !value.includes('\0') && value.isWellFormed()),
  int: z.int().min(-2147483648).max(2147483647),
  bigint: z.int(),
  float8: z.number(),
  date: z.union([z.iso.date(), z.enum(['infinity', '-infinity'])]),
  timestamptz: z.iso.datetime({ offset: true }),
} as const;

const writeCursor = (signature: string, key: unknown[]) =>
  Buffer.from(JSON.stringify([signature, ...key])).toString('base64url');

function readCursor(cursor: string, signature: string, sort: SortKey[]): (string | number)[] {
  const refused = invalid({ cursor: 'Does not belong to this list: start again from its first page' });
  const parts = z.array(z.unknown()).safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parts.success || parts.data[0] !== signature || parts.data.length !== sort.length + 1) throw refused;
  return sort.map(({ type }, index) => {
    const value = keyValue[type].safeParse(parts.data[index + 1]);
    if (!value.success) throw refused;
    return value.data;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const typedKey = (sort: SortKey[], values: (string | number)[]): Sql[] =>
  sort.map(({ type }, index) =>
    type === 'text' ? sql`${values[index]} collate "C"` : sql`${values[index]}::${sql.raw(type)}`,
  );

/**
 * The rows behind a key in this order. With one direction and one table it is a row comparison, which an index
 * answers; otherwise the steps are spelled out, and an index finds at least where the first key stands.
 */
export function beyond(sort: [SortKey, ...SortKey[]], key: Sql[]): Sql {
  const [first] = sort;
  const tableOf = ({ name }: SortKey) => name.split('.')[0];
  const alike = (other: SortKey) =>
    Boolean(other.descending) === Boolean(first.descending) && tableOf(other) === tableOf(first);
  const past = (one: SortKey) => (one.descending ? sql`<` : sql`>`);
  if (sort.every(alike))
    return sql`(${sql.join(sort.map(({ by }) => by))}) ${past(first)} (${sql.join(key)})`;
  const steps = sort.map((one, depth) => {
    const equal = sort.slice(0, depth).map((before, index) => sql`${before.by} = ${key[index]}`);
    return sql`(${sql.join([...equal, sql`${one.by} ${past(one)} ${key[depth]}`], sql` and `)})`;
  });
  return sql`(${first.by} ${past(first)}= ${key[0]} and (${sql.join(steps, sql` or `)}))`;
}

/** Rows whose folded column holds every word of `q`, in any order. */
export function matches(column: string, q: string | undefined): Sql[] {
  const words = (q ?? '').split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => sql`${sql.ref(column)} like '%' || fold(${word}) || '%'`);
}
