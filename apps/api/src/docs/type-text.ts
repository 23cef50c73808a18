import type { JsonSchema } from './json-schema.ts';

/** Objects that fit into this many characters stay on one line. */
const LINE = 76;

/** A schema as a TypeScript developer would write the type. */
export function typeText(schema: JsonSchema, indent = ''): string {
  return write(schema, indent, schema.$defs ?? {}, []);
}

/** `open` are the definitions that are being written: one that comes back within itself is shown by its name. */
function write(schema: JsonSchema, indent: string, defs: Record<string, JsonSchema>, open: string[]): string {
  const inner = (part: JsonSchema) => write(part, indent, defs, open);
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = defs[name];
    return target && !open.includes(name) ? write(target, indent, defs, [...open, name]) : 'this same object';
  }
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(inner))].join(' | ');
  if (schema.allOf) return schema.allOf.map(inner).join(' & ');
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one) => inner({ ...schema, type: one })).join(' | ');
  switch (type) {
    case 'array':
      if (schema.prefixItems) return `[${schema.prefixItems.map(inner).join(', ')}]`;
      return arrayOf(inner(schema.items ?? {}), schema.items ?? {});
    case 'object':
      return objectText(schema, indent, defs, open);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    default:
      // What no JSON Schema can say goes by its title.
      return schema.title ?? 'unknown';
  }
}

function objectText(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  indent: string,
  defs: Record<string, JsonSchema>,
  open: string[],
): string {
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).map(([name, value]) => {
    const key = /^\w+$/.test(name) ? name : literal(name);
    return `${key}${required.includes(name) ? '' : '?'}: ${write(value, deeper, defs, open)}`;
  });
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length) {
    lines.push(`[key: string]: ${write(additionalProperties, deeper, defs, open)}`);
  }
  if (!lines.length) return '{}';
  const short = `{ ${lines.join('; ')} }`;
  if (short.length + indent.length <= LINE && !short.includes('\n')) return short;
  return `{\n${lines.map((line) => `${deeper}${line};\n`).join('')}${indent}}`;
}

const arrayOf = (text: string, { anyOf, oneOf, allOf, enum: values, type }: JsonSchema) =>
  anyOf || oneOf || allOf || values || Array.isArray(type) ? `(${text})[]` : `${text}[]`;

const literal = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value));
