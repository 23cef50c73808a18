import type { JsonSchema } from './json-schema.ts';

/** Inputs that show more than the least that a procedure takes. Each is called, or compiled, by a test. */
export const examples: Record<string, unknown> = {
  'movies.list': { genres: [1], sort: 'newest', limit: 3 },
  'movies.facets': { genres: [1] },
  'search.everything': { q: 'casablanca', limit: 3 },
  'persons.list': { q: 'bogart', limit: 3 },
  'statistics.recentMovies': { years: 5 },
  'admin.movies.create': { data: { title: 'Pépé le Moko', releaseDate: '1937-01-28', genreIds: [1] } },
  'admin.files.known': { sha256: '0'.repeat(64) },
  'account.signIn': { email: 'ana@example.org', password: 'correct horse battery' },
};

/**
 * The least that a schema takes, with values that a reader recognizes. With `some`, an object in which nothing is
 * required gets its first field all the same, for schemas that refuse the empty one.
 */
export function exampleOf(schema: JsonSchema, some = false, name = '', defs = schema.$defs ?? {}): unknown {
  const inner = (part: JsonSchema, partName = name) => exampleOf(part, some, partName, defs);
  if (schema.$ref) return inner(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return inner(choice);
  const [type] = [schema.type].flat();
  switch (type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const keys = required.length || !some ? required : Object.keys(properties).slice(0, 1);
      return Object.fromEntries(keys.map((key) => [key, inner(properties[key] ?? {}, key)]));
    }
    case 'array':
      return schema.minItems || some ? [inner(schema.items ?? {})] : [];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return textOf(name, schema);
    default:
      return null;
  }
}

function textOf(name: string, { format, minLength = 0 }: JsonSchema): string {
  if (format === 'date-time') return '2026-01-31T12:00:00.000Z';
  if (format === 'email' || name === 'email') return 'ana@example.org';
  if (format === 'uri' || /url$/i.test(name)) return 'https://example.org';
  if (/password/i.test(name)) return 'correct horse battery';
  return (name || 'text').padEnd(minLength, '.');
}
