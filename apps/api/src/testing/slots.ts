import type { Fields } from '@cinematheque/shared/filter';
import { z } from 'zod';

/** One place of an input where a client can put a value. */
export interface Slot {
  path: (string | number)[];
  type: string;
}

const node = z.looseObject({
  type: z.string().optional(),
  get anyOf() {
    return z.array(node).optional();
  },
  get properties() {
    return z.record(z.string(), node).optional();
  },
  get items() {
    return node.optional();
  },
  required: z.array(z.string()).optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  const: z.union([z.string(), z.boolean()]).optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** A list's filter says what it knows in its own way. */
  fields: z.custom<Fields>((value) => typeof value === 'object').optional(),
});
/** The parts of JSON Schema that our inputs need. */
export type Node = z.infer<typeof node>;

/** An input's shape as JSON Schema: unlike zod's own, it is made to be read. */
export const shapeOfInput = (input: z.ZodType): Node =>
  node.parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));

/** Every slot of an input, those within objects and arrays too (of an array, its first). */
export function slotsOf(input: z.ZodType): Slot[] {
  return [...walk(shapeOfInput(input), [])];
}

function* walk(shape: Node, path: Slot['path']): Iterable<Slot> {
  for (const option of shape.anyOf ?? []) yield* walk(option, path);
  if (shape.anyOf || shape.type === 'null') return;
  if (path.length) yield { path, type: shape.type ?? typeof (shape.const ?? shape.enum?.[0]) };
  for (const [key, inner] of Object.entries(shape.properties ?? {})) yield* walk(inner, [...path, key]);
  if (shape.items) yield* walk(shape.items, [...path, 0]);
}

/** The input with another value in one slot. What is missing on the way there is made. */
export function withValue(input: unknown, [key, ...rest]: Slot['path'], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = new Map(Object.entries(input ?? {})).get(String(key));
  const next = withValue(inner, rest, value);
  if (typeof key === 'number') return [next, ...(Array.isArray(input) ? input.slice(1) : [])];
  return { ...(input ?? {}), [key]: next };
}

/** How VALIDATION names a slot. */
export const nameOf = ({ path }: Slot): string => path.slice(path[0] === 'data' ? 1 : 0).join('.');
