import { insertRow, type Key } from '@cinematheque/db/repository';
import {
  changeId,
  item,
  items,
  MAX_PAGE,
  option,
  page,
  pageInput,
  usage,
} from '@cinematheque/shared/resource';
import { id as serial } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, type Json } from './json.ts';
import { matches } from './page.ts';
import {
  byViewer,
  listRecords,
  type RecordKind,
  readRecord,
  removeRecords,
  saveRecord,
  tableOfKind,
  usageOf,
} from './records.ts';
import { editorProcedure } from './trpc.ts';

/** A resource of the console: what it takes, what it gives, and how it is read (see RecordKind). */
export interface Resource<Input extends z.ZodRawShape, Row extends z.ZodRawShape>
  extends Omit<RecordKind, 'keys'> {
  /** What create takes; update takes part of it. */
  input: z.ZodObject<Input>;
  /** What goes out, in lists and in forms. */
  row: z.ZodObject<Row>;
}

export const kindOf = <Input extends z.ZodRawShape, Row extends z.ZodRawShape>(
  resource: Resource<Input, Row>,
): RecordKind => ({ ...resource, keys: Object.keys(resource.row.shape) });

/** A row in a form: with the version that a save is based on. */
export const versioned = <Row extends z.ZodRawShape>(row: z.ZodObject<Row>) => item(row.extend({ changeId }));

/** `list`: a page in an order of the resource's own names, each with or without "-". */
export function listProcedure<Input extends z.ZodRawShape, Row extends z.ZodRawShape>(
  resource: Resource<Input, Row>,
  procedure = editorProcedure,
) {
  const kind = kindOf(resource);
  const names = Object.keys(kind.sort);
  const sort = z.array(z.enum([...names, ...names.map((name) => `-${name}`)])).max(5);
  return procedure
    .input(z.strictObject({ ...pageInput, sort: sort.optional() }).default({}))
    .output(page(resource.row))
    .query(({ ctx, input }) => listRecords(ctx.db, kind, input));
}

/** `options`: the choices of a picker, the best match first; with `ids` those very records, as a form has them. */
export function optionsProcedure(
  kind: Pick<RecordKind, 'entity' | 'search' | 'join'> & { label: Json; hint?: Json },
  procedure = editorProcedure,
) {
  return procedure
    .input(
      z
        .strictObject({
          q: pageInput.q,
          limit: pageInput.limit,
          ids: z.array(serial).max(MAX_PAGE).optional(),
        })
        .default({}),
    )
    .output(items(option))
    .query(async ({ ctx, input: { q = '', ids, limit = ids?.length ?? 20 } }) => {
      const { table } = tableOfKind(ctx.db, kind);
      const folded = sql.ref(kind.search);
      const found = matches(kind.search, q);
      if (ids) found.push(sql`t.id = any(${ids}::int[])`);
      const choices = sql`
        select json_build_object('id', t.id, 'label', ${kind.label}, 'hint', ${kind.hint ?? sql`null`}) as j
        from ${sql.table(table)} t ${kind.join ?? sql``} where ${sql.join([sql`true`, ...found], sql` and `)}
        order by ${folded} = fold(${q}) desc, ${folded} like fold(${q}) || '%' desc, ${folded}, t.id
        limit ${limit}`;
      return { items: await ctx.db.read(sql`select ${array(choices)} as j`) };
    });
}

/** `usage`: who uses these records. */
export function usageProcedure(kind: Pick<RecordKind, 'uses'>, procedure = editorProcedure) {
  return procedure
    .input(z.strictObject({ ids: z.array(serial).max(1000) }))
    .output(items(usage))
    .query(async ({ ctx, input }) => ({ items: await usageOf(ctx.db, kind, input.ids) }));
}

/**
 * The CRUD procedures of a resource: a plain record that can be spread and overridden. Records are named by `Id`,
 * which `toKey` turns into the columns of their key.
 */
function procedures<Input extends z.ZodRawShape, Row extends z.ZodRawShape, Id>(
  resource: Resource<Input, Row>,
  id: z.ZodType<Id, Id>,
  toKey: (id: Id) => Key,
  procedure: typeof editorProcedure,
) {
  const kind = kindOf(resource);
  const { entity, noun } = kind;
  return {
    list: listProcedure(resource, procedure),
    get: procedure
      .input(z.strictObject({ id }))
      .output(versioned(resource.row))
      .query(async ({ ctx, input }) => ({ item: await readRecord(ctx.db, kind, toKey(input.id)) })),
    create: procedure
      .input(z.strictObject({ data: resource.input }))
      .output(versioned(resource.row))
      .mutation(async ({ ctx, input }) => {
        const key = await ctx.db.change(byViewer(ctx.viewer, `Created a ${noun}`), (tx) =>
          insertRow(tx, entity, input.data),
        );
        return { item: await readRecord(ctx.db, kind, key) };
      }),
    update: procedure
      .input(z.strictObject({ id, data: resource.input.partial(), baseChangeId: changeId.optional() }))
      .output(versioned(resource.row))
      .mutation(async ({ ctx, input }) => {
        const key = toKey(input.id);
        const now = await ctx.db.change(byViewer(ctx.viewer, `Edited a ${noun}`), (tx) =>
          saveRecord(tx, kind, key, input.data, input.baseChangeId),
        );
        return { item: await readRecord(ctx.db, kind, now) };
      }),
    remove: procedure
      .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
      .output(z.object({ removed: z.int() }))
      .mutation(async ({ ctx, input }) => ({
        removed: await removeRecords(ctx.db, kind, input.ids.map(toKey), ctx.viewer),
      })),
  };
}

/** The CRUD of records with an id of their own, for pickers too. */
export function crud<Input extends z.ZodRawShape, Row extends z.ZodRawShape>(
  resource: Resource<Input, Row> & { label: Json; hint?: Json },
) {
  return {
    ...procedures(resource, serial, (id) => ({ id }), editorProcedure),
    options: optionsProcedure(resource),
    usage: usageProcedure(resource),
  };
}

/** The CRUD of a join table, whose id is the pair that it joins. */
export function crudOfPairs<Input extends z.ZodRawShape, Row extends z.ZodRawShape, Pair extends Key>(
  resource: Resource<Input, Row>,
  pair: z.ZodType<Pair, Pair>,
  procedure = editorProcedure,
) {
  return procedures(resource, pair, (key) => key, procedure);
}
