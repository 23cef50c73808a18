import { isPublicPath } from '@cinematheque/shared/public-path';
import type { ProcedureReference, Reference } from '@cinematheque/shared/reference';
import { type Procedure, procedures } from '../procedures.ts';
import { exampleOf, examples } from './example.ts';
import { jsonSchema } from './json-schema.ts';
import { typeText } from './type-text.ts';

/** What each router is for. A router without a line here fails the test beside this file. */
export const about: Record<string, string> = {
  movies: 'Films as everybody sees them.',
  persons: 'Actors and whoever else is in a cast.',
  directors: 'Directors and their films.',
  genres: 'Genres and how many films each has.',
  countries: 'Countries and how many films each has.',
  characters: 'Who is played, in which film, by whom.',
  search: 'One box for everything.',
  statistics: 'The catalog in numbers.',
  account: 'One’s own account: signing up, in and out, and what belongs to it.',
  favorites: 'The films that one keeps.',
  'admin.tokens': 'Tokens by which programs act: `createClient({ url, token })`.',
  'admin.system': 'What runs here and how it fares; the catalog’s name.',
  'admin.preferences': 'How one likes the console’s lists.',
  'admin.changes': 'What colleagues do to the catalog, as it happens.',
  'admin.dashboard': 'The overview’s numbers.',
};

/** The whole reference. `address` is the API's own, for the examples: "https://films.example.org/trpc". */
export function referenceOf(address: string): Reference {
  const names = [...new Set(procedures.map(routerOf))];
  return {
    routers: names.map((name) => ({
      name,
      about:
        about[name] ??
        `Editing ${name
          .replace('admin.', '')
          .replace(/([A-Z])/g, ' $1')
          .toLowerCase()}.`,
      procedures: procedures.filter((one) => routerOf(one) === name).map((one) => entryOf(one, address)),
    })),
  };
}

const routerOf = ({ path }: Procedure) => path.split('.').slice(0, -1).join('.');

function entryOf({ path, type, role, input, output }: Procedure, address: string): ProcedureReference {
  const example = inputOf({ path, input });
  const given = example === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(example))}`;
  return {
    ...{ path, type, role },
    input: input && typeText(jsonSchema(input, 'input')),
    output: output && typeText(jsonSchema(output, 'output')),
    call: callOf(path, type, example),
    curl: isPublicPath(path) && role === 'anon' ? `curl '${address}/${path}${given}'` : null,
  };
}

function callOf(path: string, type: Procedure['type'], example: unknown): string {
  const input = example === undefined ? '' : written(example);
  switch (type) {
    case 'query':
      return `await client.${path}.query(${input});`;
    case 'mutation':
      return `await client.${path}.mutate(${input});`;
    case 'subscription':
      return `client.${path}.subscribe(${input || 'undefined'}, { onData: console.log });`;
  }
}

/** An input to show; undefined where there is nothing to say. */
export function inputOf({ path, input }: Pick<Procedure, 'path' | 'input'>): unknown {
  if (path in examples) return examples[path];
  if (!input || input.safeParse(undefined).success) return undefined;
  const schema = jsonSchema(input, 'input');
  const least = exampleOf(schema);
  return input.safeParse(least).success ? least : exampleOf(schema, true);
}

/** A value as it stands in code. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${written(inner)}`);
    return entries.length ? `{ ${entries.join(', ')} }` : '{}';
  }
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value);
}
