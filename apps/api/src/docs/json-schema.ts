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
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return jsonSchemaShape.parse(rest);
}

/** zod's type of a JSON Schema has no end; its values are plain objects. */
const jsonSchemaShape: z.ZodType<JsonSchema> = z.custom<JsonSchema>(
  (value) => typeof value === 'object' && value !== null,
);
