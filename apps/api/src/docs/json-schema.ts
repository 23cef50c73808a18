import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** The part of JSON Schema that zod writes for our schemas. */
export interface JsonSchema {
  type?: string | string[];
  title?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  format?: string;
  pattern?: string;
  minimum?: number;
  minLength?: number;
  minItems?: number;
}

/** What a client sends (`input`) or gets (`output`), as JSON Schema 2020-12, which OpenAPI 3.1 speaks too. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: plainly,
  });
  return jsonSchemaShape.parse(rest);
}

/**
 * What generators of clients for other languages understand best: what may be null says so in its type, and so many of
 * the same are a list of that length, since few languages have tuples.
 */
function plainly({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { anyOf = [], prefixItems: [first, ...others] = [] } = jsonSchema;
  const [given, missing] = anyOf;
  if (anyOf.length === 2 && missing?.type === 'null' && typeof given?.type === 'string' && !given.enum) {
    delete jsonSchema.anyOf;
    Object.assign(jsonSchema, given, { type: [given.type, 'null'] });
  }
  if (first && others.every((other) => isDeepStrictEqual(other, first))) {
    delete jsonSchema.prefixItems;
    Object.assign(jsonSchema, { items: first, minItems: others.length + 1, maxItems: others.length + 1 });
  }
}

/** zod's type of a JSON Schema has no end; its values are plain objects. */
const jsonSchemaShape: z.ZodType<JsonSchema> = z.custom<JsonSchema>(
  (value) => typeof value === 'object' && value !== null,
);
