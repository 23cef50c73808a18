import type { Fields } from '@cinematheque/shared/filter';
import { expect } from 'vitest';
import { z } from 'zod';
import { procedureOf, procedures } from '../procedures.ts';
import type { TestApi } from './api.ts';
import type { Answer } from './http.ts';
import type { Data, Id, Sample } from './samples.ts';

const id = z.union([z.int(), z.record(z.string(), z.int())]);
const itemShape = z.object({ item: z.looseObject({ id, changeId: z.int() }) });
const pageShape = z.object({
  items: z.array(z.looseObject({ id })),
  nextCursor: z.string().nullable(),
  total: z.object({ value: z.int(), exact: z.boolean() }),
});

export type Item = z.infer<typeof itemShape>['item'];
type Row = z.infer<typeof pageShape>['items'][number];

/** One resource of the console as the contract suite handles all of them: by name, over HTTP. */
export function resourceOf(api: TestApi, name: string, sample: Sample) {
  const pathOf = (procedure: string) => `admin.${name}.${procedure}`;
  const ask = (procedure: string, input: unknown) => api.call(sample.role, pathOf(procedure), input);
  const get = async (id: Id): Promise<Item> => itemOf(await ask('get', { id }));
  const pages = async (input: Data): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = pageOf(await ask('list', { ...input, cursor }));
      rows.push(...page.items);
      if (!page.nextCursor) return rows;
      cursor = page.nextCursor;
    }
  };
  const has = (procedure: string) => procedures.some(({ path }) => path === pathOf(procedure));
  /** What create or update takes, field by field. */
  const fieldsOf = (procedure: string) =>
    has(procedure) ? shapeOf(shapeOf(procedureOf(pathOf(procedure)).input).data) : {};
  const readable = Object.keys(fieldsOf('update')).filter((field) => !sample.writeOnly?.includes(field));
  return {
    ask,
    get,
    has,
    /** The rows of all pages. */
    pages,
    fields: Object.keys(fieldsOf('update')),
    /** The fields that come back, too. */
    readable,
    /** The fields that create must be given. */
    required: keysWhere(fieldsOf('create'), (field) => !field.safeParse(undefined).success),
    /** The fields that may be emptied. */
    nullable: keysWhere(fieldsOf('update'), (field) => field.safeParse(null).success),
    /** The names of the list's orders, those downward included. */
    sorts: sortsOf(procedureOf(pathOf('list')).input),
    /** What the list is filtered by. */
    listFields: fieldsOfList(procedureOf(pathOf('list')).input),
    /** The part of a record's data that can be set for many at once. */
    bulkPart: (data: Data): Data =>
      Object.fromEntries(Object.keys(bulkShape(pathOf('bulkUpdate'))).map((key) => [key, data[key]])),
    data: () => sample.data(api.rows),
    /** A new record. */
    async create(given?: Data): Promise<Item> {
      if (sample.insert) return get((await sample.insert(api.rows)).id);
      return itemOf(await ask('create', { data: given ?? (await sample.data(api.rows)) }));
    },
    /** What came back of a record's fields. */
    filled(item: Data): Data {
      const form = sample.form?.(item) ?? item;
      return Object.fromEntries(readable.map((key) => [key, form[key]]));
    },
  };
}

export function itemOf(answer: Answer): Item {
  expect(answer.status, answer.text).toBe(200);
  return itemShape.parse(answer.data).item;
}

export function pageOf(answer: Answer) {
  expect(answer.status, answer.text).toBe(200);
  return pageShape.parse(answer.data);
}

function shapeOf(schema: unknown): Record<string, z.ZodType> {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  if (!(schema instanceof z.ZodObject)) throw new Error('This is no object');
  return schema.shape;
}

/** A list's filter says what its fields are. */
function fieldsOfList(input: unknown): Fields {
  const { filter } = shapeOf(input);
  if (!(filter instanceof z.ZodOptional) || !(filter.unwrap() instanceof z.ZodType))
    throw new Error('No filter');
  return filterMeta.parse(z.globalRegistry.get(filter.unwrap())).fields;
}
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const filterMeta = z.object({ fields: z.custom<Fields>(isFields) });

const bulkShape = (path: string) =>
  procedures.some((procedure) => procedure.path === path)
    ? shapeOf(shapeOf(shapeOf(procedureOf(path).input).edit).set)
    : {};

const keysWhere = (fields: Record<string, z.ZodType>, test: (field: z.ZodType) => boolean): string[] =>
  Object.entries(fields).flatMap(([key, field]) => (test(field) ? [key] : []));

function sortsOf(input: unknown): string[] {
  const { sort } = shapeOf(input);
  const { items } = z
    .object({ items: z.object({ enum: z.array(z.string()) }) })
    .parse(sort && z.toJSONSchema(sort));
  return items.enum;
}
