import { isPublicPath } from '@cinematheque/shared/public-path';
import { type Procedure, procedures } from '../procedures.ts';
import { jsonSchema } from './json-schema.ts';
import { inputOf } from './reference.ts';

/** Everything that strangers may read, for clients in other languages: OpenAPI 3.1. `server` is the API's address. */
export function openApi(server: string, version: string) {
  const open = procedures.filter(
    ({ path, role, type }) => type === 'query' && role === 'anon' && isPublicPath(path),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cinematheque',
      version,
      description: 'A film catalog: what everybody may read. Instants are ISO 8601 with Z, days YYYY-MM-DD.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      open.map((procedure) => [`/${procedure.path}`, { get: operationOf(procedure) }]),
    ),
    components: { schemas: { Error: errorSchema } },
  };
}

function operationOf({ path, input, output }: Procedure) {
  const example = inputOf({ path, input });
  return {
    operationId: path.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase()),
    tags: [path.split('.')[0]],
    parameters: input
      ? [
          {
            name: 'input',
            in: 'query',
            required: !input.safeParse(undefined).success,
            description: 'JSON',
            content: {
              'application/json': {
                schema: jsonSchema(input, 'input'),
                ...(example !== undefined && { example }),
              },
            },
          },
        ]
      : [],
    responses: {
      200: {
        description: 'What was asked for',
        content: { 'application/json': { schema: answerOf(output ? jsonSchema(output, 'output') : {}) } },
      },
      default: {
        description: 'What is wrong, in words for people; error.data.code tells it to programs',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

const answerOf = (data: unknown) => object({ result: object({ data }) });

const errorSchema = object({
  error: object({
    message: { type: 'string' },
    code: { type: 'integer' },
    data: object(
      {
        code: { type: 'string', description: 'VALIDATION, NOT_FOUND, TOO_MANY_REQUESTS, ...' },
        httpStatus: { type: 'integer' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
      },
      ['code', 'httpStatus'],
    ),
  }),
});
