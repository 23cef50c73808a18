import { select, type Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import type { Key } from '@cinematheque/db/repository';
import { type Fields, filterOf } from '@cinematheque/shared/filter';
import { bulkPreview, selection } from '@cinematheque/shared/resource';
import { id as serial } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { kindOf, type Resource } from './crud.ts';
import type { Json } from './json.ts';
import { and } from './page.ts';
import { byViewer, type ListFilter, type RecordKind, rowsOf, tableOfKind } from './records.ts';
import { editorProcedure } from './trpc.ts';

/** One way to change many records at once, set by set. */
export interface BulkEdit<Edit, Wire> {
  edit: z.ZodType<Edit, Wire>;
  /** Whether it would change the record under alias t. */
  differs: (db: Database, edit: Edit) => Json;
  /** Asks what a foreign key would not; `matching` is "from ... where ..." of the records that change, alias t. */
  check?: (tx: Transaction, edit: Edit, matching: Json) => Promise<void>;
  /** The statement that changes the records whose keys are in `chosen`. */
  write: (db: Database, edit: Edit) => Json;
}

/** Sets fields of the records' own table to one value each; `shape` is the allow-list. */
export function settingOf<F extends z.ZodRawShape>(kind: Pick<RecordKind, 'entity'>, shape: z.ZodObject<F>) {
  const columns = (db: Database, set: object) => {
    const known = tableOfKind(db, kind).columns;
    return Object.entries(set).flatMap(([name, value]) =>
      value === undefined ? [] : [{ column: sql.ref(known[name] ?? name), value: sql`${value}` }],
    );
  };
  return {
    shape: shape.refine((set) => Object.values(set).some((value) => value !== undefined), 'Say what to set'),
    differs: (db: Database, set: object) =>
      sql`(${sql.join(
        columns(db, set).map(({ column, value }) => sql`t.${column} is distinct from ${value}`),
        sql` or `,
      )})`,
    write(db: Database, set: object) {
      const { table } = tableOfKind(db, kind);
      const assigned = columns(db, set).map(({ column, value }) => sql`${column} = ${value}`);
      return sql`update ${sql.table(table)} t set ${sql.join(assigned)} from chosen where ${isChosen(db, kind)}`;
    },
  };
}

const keyColumns = (db: Database, kind: Pick<RecordKind, 'entity'>): string[] => {
  const { columns, keys } = tableOfKind(db, kind);
  return keys.map((key) => columns[key] ?? key);
};

const isChosen = (db: Database, kind: Pick<RecordKind, 'entity'>): Json =>
  sql.join(
    keyColumns(db, kind).map((key) => sql`t.${sql.ref(key)} = chosen.${sql.ref(key)}`),
    sql` and `,
  );

/** The rows with one of these keys. */
function withKeys(db: Database, kind: RecordKind, keys: Key[]): Json {
  const { columns } = tableOfKind(db, kind);
  const names = Object.keys(keys[0] ?? {});
  const lists = names.map((name) => sql`${keys.map((key) => key[name])}::int[]`);
  return sql`(${sql.join(names.map((name) => sql`t.${sql.ref(columns[name] ?? name)}`))})
    in (select * from unnest(${sql.join(lists)}))`;
}

/**
 * `bulkPreview` tells what a bulk edit would do; `bulkUpdate` does it to all records in one change. Both are posted,
 * because a selection can be longer than an address.
 */
export function bulkProcedures<
  Input extends z.ZodRawShape,
  Row extends z.ZodRawShape,
  F extends Fields,
  Id,
  Edit,
  Wire,
>(
  resource: Resource<Input, Row, F>,
  id: z.ZodType<Id, Id>,
  toKey: (id: Id) => Key,
  { edit, differs, check, write }: BulkEdit<Edit, Wire>,
) {
  const kind = kindOf(resource);
  const input = z.strictObject({ of: selection(id, filterOf(resource.fields)), edit });
  const rows = (db: Database, of: ListFilter & { ids?: Id[] | undefined }) =>
    of.ids ? [withKeys(db, kind, of.ids.map(toKey))] : rowsOf(db, kind, of);
  const from = (db: Database) => sql`from ${sql.table(tableOfKind(db, kind).table)} t ${kind.join ?? sql``}`;
  return {
    bulkPreview: editorProcedure
      .input(input)
      .output(bulkPreview)
      .mutation(({ ctx: { db }, input: { of, edit } }) => {
        const change = sql`count(*) filter (where ${differs(db, edit)})`;
        return db.read(sql`select json_build_object('change', ${change}, 'already', count(*) - ${change}) as j
          ${from(db)} ${and(rows(db, of))}`);
      }),
    bulkUpdate: editorProcedure
      .input(input)
      .output(z.object({ changed: z.int() }))
      .mutation(async ({ ctx: { db, viewer }, input: { of, edit } }) => {
        const keys = sql.join(keyColumns(db, kind).map((key) => sql`t.${sql.ref(key)}`));
        const author = byViewer(viewer, `Edited many records: ${kind.noun}`);
        const matching = sql`${from(db)} ${and([...rows(db, of), differs(db, edit)])}`;
        const [done] = await db.change(author, async (tx) => {
          await check?.(tx, edit, matching);
          return select(
            tx,
            sql<{ changed: number }>`with chosen as materialized (
                select ${keys} ${matching} for update of t),
              written as (${write(db, edit)})
              select count(*)::int as changed from chosen`,
          );
        });
        return { changed: done?.changed ?? 0 };
      }),
  };
}

/** Bulk edits that set fields, of records with an id of their own. */
export function bulkOf<
  Input extends z.ZodRawShape,
  Row extends z.ZodRawShape,
  F extends Fields,
  Bulk extends z.ZodRawShape,
>(resource: Resource<Input, Row, F>, shape: z.ZodObject<Bulk>) {
  return bulkProcedures(resource, serial, (id) => ({ id }), setting(resource, shape));
}

/** Bulk edits that set fields, of a join table's rows. */
export function bulkOfPairs<
  Input extends z.ZodRawShape,
  Row extends z.ZodRawShape,
  F extends Fields,
  Pair extends Key,
  Bulk extends z.ZodRawShape,
>(resource: Resource<Input, Row, F>, pair: z.ZodType<Pair, Pair>, shape: z.ZodObject<Bulk>) {
  return bulkProcedures(resource, pair, (key) => key, setting(resource, shape));
}

function setting<F extends z.ZodRawShape>(kind: Pick<RecordKind, 'entity'>, shape: z.ZodObject<F>) {
  const { shape: set, differs, write } = settingOf(kind, shape);
  return {
    edit: z.strictObject({ set }),
    differs: (db: Database, edit: { set: object }) => differs(db, edit.set),
    write: (db: Database, edit: { set: object }) => write(db, edit.set),
  };
}
