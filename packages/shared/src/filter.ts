import { z } from 'zod';
import { limits } from './limits.ts';
import { id, searchText } from './text.ts';

/**
 * What a list of the console can be filtered by: groups of conditions on declared fields. A field that is not
 * declared and an operator that its kind does not have are refused, so a filter asks nothing but what we offer.
 */

/** One field: its kind decides how it is asked. `optional` fields can be empty. */
export type Field = { optional?: true } & (
  | { kind: 'text' | 'number' | 'date' | 'instant' | 'boolean' | 'presence' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'relation' | 'relations'; to: string }
);
export type FieldKind = Field['kind'];
/** The fields of a resource by name; "director.lastName" is a related one. */
export type Fields = Record<string, Field>;

/** What every table has. */
export const timeFields = {
  createdAt: { kind: 'instant' },
  updatedAt: { kind: 'instant' },
} as const satisfies Fields;

/** What each kind is asked, besides whether it is empty. */
export const operators = {
  text: ['contains', 'lacks', 'is', 'isNot', 'starts'],
  number: ['is', 'isNot', 'atLeast', 'atMost'],
  date: ['in', 'from', 'until'],
  instant: ['in', 'from', 'until'],
  boolean: ['is'],
  presence: [],
  choice: ['any', 'none'],
  relation: ['any', 'none'],
  relations: ['any', 'all', 'none'],
} as const satisfies Record<FieldKind, readonly string[]>;
export const emptiness = ['empty', 'notEmpty'] as const;
export type Operator = (typeof operators)[FieldKind][number] | (typeof emptiness)[number];

/** The operators of a field, in the order in which they are offered. */
export const operatorsOf = (field: Field): readonly Operator[] => [
  ...operators[field.kind],
  ...(field.optional || field.kind === 'presence' || field.kind === 'relations' ? emptiness : []),
];

export const filterLimits = { depth: 4, conditions: 40, values: 100 } as const;

interface Values {
  text: string;
  number: number;
  date: string;
  instant: string;
  boolean: boolean;
  relation: number[];
  relations: number[];
}
type ValueOf<F> = F extends { choices: readonly (infer Choice)[] }
  ? Choice[]
  : F extends { kind: infer Kind extends keyof Values }
    ? Values[Kind]
    : never;
type ConditionOn<Name, F extends Field> =
  | { field: Name; op: (typeof operators)[F['kind']][number]; value: ValueOf<F> }
  | (F extends { optional: true } | { kind: 'presence' | 'relations' }
      ? { field: Name; op: (typeof emptiness)[number]; value?: undefined }
      : never);

/** One condition on a resource's fields, typed by them. */
export type Condition<F extends Fields> = {
  [Name in keyof F & string]: ConditionOn<Name, F[Name]>;
}[keyof F & string];
/** A filter of a resource, typed by its fields. */
export type Filter<F extends Fields> = Condition<F> | { and: Filter<F>[] } | { or: Filter<F>[] };

/** A filter that was checked against its fields, for code that is the same for all resources. */
export interface AnyCondition {
  field: string;
  op: Operator;
  value?: string | number | boolean | (string | number)[] | undefined;
}
export type AnyFilter = AnyCondition | { and: AnyFilter[] } | { or: AnyFilter[] };

/** "1950", "1950-05" or "1950-05-03". */
const partialDate = z
  .string()
  .regex(/^(?!0000)\d{4}(-\d\d){0,2}$/, 'A date such as 1937, 1937-05 or 1937-05-03')
  .refine((text) => z.iso.date().safeParse(firstDay(text)).success, 'There is no such date');

/** The first day of a year or month: "1950" is 1950-01-01. */
export const firstDay = (text: string): string => text + '-01-01'.slice(text.length - 4);

const list = <Value extends z.ZodType>(value: Value) =>
  z.array(value).min(1, 'Choose one').max(filterLimits.values, `At most ${filterLimits.values} at once`);
const values = {
  text: searchText.min(1, 'Fill this in'),
  number: z.int('A whole number').min(-limits.int, 'Too small').max(limits.int, 'Too large'),
  date: partialDate,
  instant: partialDate,
  boolean: z.boolean(),
  presence: z.undefined(),
  relation: list(id),
  relations: list(id),
};

/** What one condition on a field must look like. */
function conditionOn(name: string, field: Field) {
  const known = operatorsOf(field);
  const value = field.kind === 'choice' ? list(z.enum(field.choices)) : values[field.kind];
  const asked = z.strictObject({ field: z.literal(name), op: z.enum(known), value });
  const bare = asked.extend({ value: z.undefined().optional() });
  const isBare = z.object({ op: z.enum(emptiness).extract(emptiness.filter((op) => known.includes(op))) });
  return (given: unknown): z.ZodSafeParseResult<AnyCondition> =>
    isBare.safeParse(given).success ? bare.safeParse(given) : asked.safeParse(given);
}

const group = z.union([
  z.strictObject({ and: z.array(z.unknown()) }),
  z.strictObject({ or: z.array(z.unknown()) }),
]);
const named = z.looseObject({ field: z.unknown() });

/** The schema of a resource's filters. */
export function filterOf<F extends Fields>(fields: F): z.ZodType<AnyFilter, Filter<F>> {
  const conditions = new Map(Object.entries(fields).map(([name, field]) => [name, conditionOn(name, field)]));

  /** Reads a group or a condition. What is wrong is told at its own place; a shape that is neither, as a whole. */
  function read(node: unknown, at: Place): AnyFilter {
    const { success: isGroup, data: parts } = group.safeParse(node);
    if (isGroup) {
      return 'and' in parts ? { and: readAll(parts.and, at, 'and') } : { or: readAll(parts.or, at, 'or') };
    }
    const { data } = named.safeParse(node);
    if (data?.field === undefined) return at.refuse('A condition, or a group of them: { and } or { or }');
    if (!at.counted()) return at.refuse(`At most ${filterLimits.conditions} conditions`);
    const check = typeof data.field === 'string' ? conditions.get(data.field) : undefined;
    if (!check) return at.refuse('This list has no such field', 'field');
    const condition = check(node);
    if (condition.success) return condition.data;
    for (const issue of condition.error.issues) {
      if (issue.code !== 'unrecognized_keys') at.refuse(issue.message, ...issue.path);
      else for (const key of issue.keys) at.refuse('Is not known here', key);
    }
    return z.NEVER;
  }

  function readAll(nodes: unknown[], at: Place, kind: 'and' | 'or'): AnyFilter[] {
    if (!nodes.length) at.refuse('Conditions, at least one', kind);
    if (at.depth === filterLimits.depth)
      at.refuse(`At most ${filterLimits.depth} groups in one another`, kind);
    else
      return nodes
        .slice(0, filterLimits.conditions + 1)
        .map((node, index) => read(node, at.within(kind, index)));
    return [];
  }

  return z
    .custom<Filter<F>>()
    .transform((filter, ctx) => read(filter, placeIn(ctx)))
    .meta({
      title: 'Filter',
      description: 'A condition { field, op, value }, or a group { and } or { or } of them',
      fields,
    });
}

/** Where in a filter its reading is. */
interface Place {
  depth: number;
  within: (...path: PropertyKey[]) => Place;
  /** Adds what is wrong here, or at a path from here. */
  refuse: (message: string, ...path: PropertyKey[]) => never;
  /** Counts a condition; false when it is one too many. */
  counted: () => boolean;
}

function placeIn(ctx: z.RefinementCtx): Place {
  let count = 0;
  const counted = () => {
    count += 1;
    return count <= filterLimits.conditions;
  };
  const place = (path: PropertyKey[], depth: number): Place => ({
    depth,
    counted,
    within: (...more) => place([...path, ...more], depth + 1),
    refuse: (message, ...more) => {
      ctx.addIssue({ code: 'custom', message, path: [...path, ...more] });
      return z.NEVER;
    },
  });
  return place([], 0);
}

/** Whether a value, as an address has it, is a filter of this resource. */
export const isFilter = <F extends Fields>(fields: F, value: unknown): value is Filter<F> =>
  filterOf(fields).safeParse(value).success;
