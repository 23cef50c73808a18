import { insertRow, type Key } from '@cinematheque/db/repository';
import { type Fields, filterOf } from '@cinematheque/shared/filter';
import { changeId, item, items, page, pageInput, place, total, usage } from '@cinematheque/shared/resource';
import { id as serial } from '@cinematheque/shared/text';
import { z } from 'zod';
import { type OptionParts, optionsProcedure } from './options.ts';
import { placeOf } from './place.ts';
import {
  byViewer,
  countRecords,
  listRecords,
  type RecordKind,
  readRecord,
  removeRecords,
  saveRecord,
  usageOf,
} from './records.ts';
import { editorProcedure } from './trpc.ts';

/** A resource of the console: what it takes, what it gives, and how it is read (see RecordKind). */
export interface Resource<Input extends z.ZodRawShape, Row extends z.ZodRawShape, F extends Fields>
  extends Omit<RecordKind, 'keys'> {
  fields: F;
  /** What create takes; update takes part of it. */
  input: z.ZodObject<Input>;
  /** What goes out, in lists and in forms. */
  row: z.ZodObject<Row>;
}

export const kindOf = <Input extends z.ZodRawShape, Row extends z.ZodRawShape, F extends Fields>(
  resource: Resource<Input, Row, F>,
): RecordKind => ({ ...resource, keys: Object.keys(resource.row.shape) });

/** A row in a form: with the version that a save is based on. */
export const versioned = <Row extends z.ZodRawShape>(row: z.ZodObject<Row>) => item(row.extend({ changeId }));

/** What asks for a list, but for its pages: what to look for, and the resource's own names of orders. */
function askedOf<F extends Fields>({ sort, fields }: Pick<Resource<never, never, F>, 'sort' | 'fields'>) {
  const names = Object.keys(sort);
  return {
    filter: { q: pageInput.q, filter: filterOf(fields).optional() },
    order: {
      sort: z
        .array(z.enum([...names, ...names.map((name) => `-${name}`)]))
        .max(5)
        .optional(),
    },
  };
}

/** `list`, a page in an order of the resource's own names; `count`; `place`, where a record stands in the list. */
export function listProcedures<Input extends z.ZodRawShape, Row extends z.ZodRawShape, F extends Fields, Id>(
  resource: Resource<Input, Row, F>,
  id: z.ZodType<Id, Id>,
  toKey: (id: Id) => Key,
  procedure = editorProcedure,
) {
  const kind = kindOf(resource);
  const { filter, order } = askedOf(resource);
  return {
    list: procedure
      .input(z.strictObject({ ...pageInput, ...filter, ...order }).default({}))
      .output(page(resource.row))
      .query(({ ctx, input }) => listRecords(ctx.db, kind, input)),
    count: procedure
      .input(z.strictObject({ ...filter, exact: z.boolean().optional() }).default({}))
      .output(z.object({ total }))
      .query(async ({ ctx, input }) => ({ total: await countRecords(ctx.db, kind, input) })),
    place: procedure
      .input(z.strictObject({ id, ...filter, ...order }))
      .output(place(id))
      .query(({ ctx, input: { id, ...asked } }) => placeOf<Id>(ctx.db, kind, toKey(id), asked)),
  };
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
function procedures<Input extends z.ZodRawShape, Row extends z.ZodRawShape, F extends Fields, Id>(
  resource: Resource<Input, Row, F>,
  id: z.ZodType<Id, Id>,
  toKey: (id: Id) => Key,
  procedure: typeof editorProcedure,
) {
  const kind = kindOf(resource);
  const { entity, noun } = kind;
  return {
    ...listProcedures(resource, id, toKey, procedure),
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
export function crud<Input extends z.ZodRawShape, Row extends z.ZodRawShape, F extends Fields>(
  resource: Resource<Input, Row, F> & OptionParts,
) {
  return {
    ...procedures(resource, serial, (id) => ({ id }), editorProcedure),
    options: optionsProcedure(resource),
    usage: usageProcedure(resource),
  };
}

/** The CRUD of a join table, whose id is the pair that it joins. */
export function crudOfPairs<
  Input extends z.ZodRawShape,
  Row extends z.ZodRawShape,
  F extends Fields,
  Pair extends Key,
>(resource: Resource<Input, Row, F>, pair: z.ZodType<Pair, Pair>, procedure = editorProcedure) {
  return procedures(resource, pair, (key) => key, procedure);
}
