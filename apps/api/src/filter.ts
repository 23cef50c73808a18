import {
  type AnyFilter,
  type FieldKind,
  type Fields,
  firstDay,
  type Operator,
} from '@cinematheque/shared/filter';
import { sql } from 'kysely';
import type { Json } from './json.ts';

/** What a field is in SQL. */
export interface Operand {
  /** What is compared: texts folded. */
  by: Json;
  /** What is empty or not. */
  raw: Json;
  /** A folded text with an index that holds this one, of texts without an index: it is looked into first. */
  wide?: Json;
  /**
   * Of a field of other records: that there is one that belongs to the row, for which the condition holds. One EXISTS,
   * and no query within it: only then PostgreSQL may begin with the other record.
   */
  within?: (condition: Json) => Json;
}

type Value = string | number | boolean | (string | number)[] | undefined;
type Ask = (by: Json, value: Value) => Json;
type Asks = Partial<Record<Operator, Ask>>;

/** Those that ask for the rows for which another does not hold, the rows without a value among them. */
const negated: Partial<Record<Operator, Operator>> = { lacks: 'contains', isNot: 'is', none: 'any' };

// What folds to nothing ("!!") is found nowhere, instead of everywhere.
const contains: Ask = (by, value) => sql`(${by} like '%' || fold(${value}) || '%' and fold(${value}) <> '')`;
const isText: Ask = (by, value) => sql`${by} = fold(${value})`;
const isNumber: Ask = (by, value) => sql`${by} = ${value}::int`;
const isAnyId: Ask = (by, value) => sql`${by} = any(${value}::int[])`;
const isAnyText: Ask = (by, value) => sql`${by} = any(${value}::text[])`;

/** A year, a month or a day: from its first day, up to the first day after it. */
function period(type: 'date' | 'timestamp'): Asks {
  const unit = (text: string) => (text.length === 4 ? '1 year' : text.length === 7 ? '1 month' : '1 day');
  const start = (value: Value) => sql`${firstDay(String(value))}::${sql.raw(type)}`;
  const end = (value: Value) => sql`(${start(value)} + interval ${sql.lit(unit(String(value)))})`;
  const from: Ask = (by, value) => sql`${by} >= ${start(value)}`;
  const until: Ask = (by, value) => sql`${by} < ${end(value)}`;
  return { from, until, in: (by, value) => sql`(${from(by, value)} and ${until(by, value)})` };
}

const asks: Record<FieldKind, Asks> = {
  text: {
    contains,
    is: isText,
    starts: (by, value) => sql`${by} like fold(${value}) || '%'`,
  },
  number: {
    is: isNumber,
    atLeast: (by, value) => sql`${by} >= ${value}::int`,
    atMost: (by, value) => sql`${by} <= ${value}::int`,
  },
  date: period('date'),
  instant: period('timestamp'),
  boolean: { is: (by, value) => sql`(${by}) = ${value}::boolean` },
  presence: {},
  choice: { any: isAnyText },
  relation: { any: isAnyId },
  relations: { any: isAnyId },
};

/** A checked filter as a condition. `operand` gives what each declared field is in SQL. */
export function filterSql(filter: AnyFilter, fields: Fields, operand: (name: string) => Operand): Json {
  const inner = (parts: AnyFilter[], glue: Json) =>
    sql`(${sql.join(
      parts.map((part) => filterSql(part, fields, operand)),
      glue,
    )})`;
  if ('and' in filter) return inner(filter.and, sql` and `);
  if ('or' in filter) return inner(filter.or, sql` or `);
  const { field, op, value } = filter;
  const kind = fields[field]?.kind;
  const { by, raw, wide, within = (condition) => condition } = operand(field);
  if (op === 'all' && Array.isArray(value)) {
    return sql.join(
      value.map((one) => within(isAnyId(by, [one]))),
      sql` and `,
    );
  }
  if (op === 'empty' || op === 'notEmpty') {
    const has = within(sql`${raw} is not null`);
    return op === 'empty' ? sql`not (${has})` : has;
  }
  const positive = negated[op] ?? op;
  const ask = kind && asks[kind][positive];
  if (!ask) throw new Error(`No filter ${op} on ${field}`);
  const asked = ask(by, value);
  const holds = within(wide ? sql`(${wide} like '%' || fold(${value}) || '%' and ${asked})` : asked);
  return positive === op ? holds : sql`(${holds}) is not true`;
}
